import type { Official, Span } from './official.ts';
import { sentencesOf, type Sentence } from './sentences.ts';

/** Verbs of reported speech, the longer first where one begins with another. */
const SPEECH =
  '强调指出 指出 强调 要求 提出 表示 认为 希望 透露 介绍说 介绍 称赞 建议 呼吁 坦言 直言 宣布 解释 回应 分析 告诉 补充 提醒 重申 说道 感叹 表态 寄语 反问 承认 否认 证实 预计 说 称'.split(
    ' ',
  );
/** What somebody was doing: narrated, not said. */
const ACTS =
  '出席 主持 参加 参与 陪同 调研 深入 视察 检查 督导 督查 走访 慰问 看望 考察 会见 接见 会谈 会晤 率领 率队 带队 前往 听取 察看 查看 致辞 致词 讲话 宣读 揭牌 揭幕 颁奖 签署 督办 汇报 通报 部署 作出 做出 接受 担任 当选 任命 总结'.split(
    ' ',
  );
const SPEECH_VERB = new RegExp(SPEECH.join('|'), 'g');
const ACT_VERB = new RegExp(ACTS.join('|'), 'g');
/** Verbs by which officials direct: their speech goes on over sentences and paragraphs without quotation marks. */
const DIRECTING = /^(?:强调指出|指出|强调|要求|提出|建议|呼吁|重申)$/;
/** Sentences that tell, not speak: they end a speech that runs on. */
const NARRATION = new RegExp(
  '^(?:(?:会上|会后|会前|会议|本次会议|座谈|推进会|活动|现场|随后|当天|当日|当晚|日前|近日|据悉|据了解|据介绍|记者|与会|参会|最后，|首先，|其间|期间|调研中|调研期间|观摩|截至|今年来|近年来，|在.{1,12}(?:中|上|后|时|期间)[，,](?!要|必须|应)|来源|返回|责任编辑|编辑|\\(完)' +
    '|(?:\\d{4}年)?\\d{1,2}月|.{0,30}(?:记者|会议(?:指出|强调|要求|认为)|出席|参加了?(?:会议|活动|座谈|调研)|陪同调研)|[^，,]{2,20}(?:表示|宣布|公布|称)[^，,]{0,10}[，,:])',
);
/** Sentences that exhort or count off: speech, where a speech was going on. */
const SPEAKING =
  /(?:^|[，,；;：:。])(?:就|还|更|都|既|也)?(?:要|必须|应|应当|应该|需要|务必|希望|确保|坚持)|^(?:[一二三四五六七八九十]+(?:是|要|、)|第[一二三四五六七八九十]|（[一二三四五六七八九十]）|\([一二三四五六七八九十]\)|我们?|同时|此外|另外|因此|所以|但是?|而且|其次)|要立足|[，,]要|要有|要把|要在/;
/** A pronoun stands for the official named in one of so many sentences before it. */
const MEMORY = 5;
/** 表示感谢, 提出要求, 说起: nothing is reported. */
const NOUN_FOLLOWS =
  /^(?:[起到法服明]|(?:了)?(?:热烈|衷心|诚挚|崇高|由衷|高度|充分|亲切|深切|强烈|坚决)?的?(?:感谢|欢迎|祝贺|慰问|肯定|赞同|赞赏|敬意|歉意|不满|遗憾|关切|担忧|谢意|问候|哀悼|同情|异议|抗议|谴责)(?![，,：:]))/;
/** Longest stretch between the speaker and the verb: 在接受本报记者专访时. */
const REACH = 40;

/** What makes a name somebody else's: 王勇的秘书说, 王勇夫人表示. */
const ANOTHER =
  /^(?:的(?!话[说称])|之[子女妻父母]|秘书(?!长)|夫人|妻子|太太|丈夫|父亲|母亲|儿子|女儿|家人|家属|助手|司机|发言人|办公室|团队)/;
/** A sentence in which a meeting speaks, whomever it quotes or names. */
const MEETING_SPEAKS = /^.{0,20}会议(?:强调|指出|要求|认为)/;

interface Spoken {
  official: Official;
  verb: string;
  sentence: number;
  speaker: 'named' | 'continued';
  open: boolean;
}

/**
 * Fills `statements` and `acts` of `officials` (whose `mentions` are known) from the text. Whole sentences, as printed;
 * what 会议 or a body says belongs to nobody.
 */
export function findSpeech(text: string, folded: string, officials: Official[]): void {
  if (officials.length === 0) return;
  const sentences = sentencesOf(text);
  const mentions = officials
    .flatMap((official) => official.mentions.map((span) => ({ official, ...span })))
    .sort((a, b) => a.start - b.start);
  let last: Official | undefined;
  let next = 0;
  const spoken: Spoken[] = [];
  const named: number[] = [];
  sentences.forEach((sentence, i) => {
    const here: typeof mentions = [];
    while (next < mentions.length && mentions[next]!.start < sentence.end) here.push(mentions[next++]!);
    if (here.length > 0) named.push(i);
    const said = spokenIn(folded, sentence, here, last);
    if (said) spoken.push({ ...said, sentence: i });
    const deeds = here.length > 0 ? [...folded.slice(sentence.start, sentence.end).matchAll(ACT_VERB)].reverse() : [];
    for (const { official, end } of here) {
      if (said?.official === official) continue;
      while (deeds.length > 0 && sentence.start + deeds.at(-1)!.index < end) deeds.pop();
      const verb = deeds.at(-1)?.[0];
      const already = official.acts.at(-1)?.start === sentence.start;
      if (verb && !already)
        official.acts.push({ verb, text: text.slice(sentence.start, sentence.end), start: sentence.start, end: sentence.end });
    }
    if (said) last = said.official;
    else if (here.length > 0) last = here.filter(({ end }) => !isAnother(folded, end)).at(-1)?.official;
    else if (i - (named.at(-1) ?? i) > MEMORY) last = undefined;
  });
  const stops = new Set([...named, ...spoken.map(({ sentence }) => sentence)]);
  for (const { official, verb, sentence, speaker, open } of spoken) {
    const start = sentences[sentence]!.start;
    let end = sentences[sentence]!.end;
    if (open) {
      for (let i = sentence + 1; i < sentences.length && !stops.has(i) && goesOn(folded, sentences, i, verb); i++) end = sentences[i]!.end;
    }
    official.statements.push({ verb, text: text.slice(start, end), start, end, speaker });
  }
}

/** Who speaks in a sentence, if anyone known does. */
function spokenIn(
  folded: string,
  sentence: Sentence,
  here: ({ official: Official } & Span)[],
  last: Official | undefined,
): Omit<Spoken, 'sentence'> | null {
  for (const [i, { official, start, end }] of here.entries()) {
    if (isAnother(folded, end) || MEETING_SPEAKS.test(folded.slice(sentence.start, start))) continue;
    const until = Math.min(here[i + 1]?.start ?? sentence.end, sentence.end, end + REACH);
    const verb = verbAfter(folded, end, until, sentence.end);
    if (verb) return { official, verb: verb.word, speaker: 'named', open: verb.open };
  }
  if (here.length > 0 || !last) return null;
  const pronoun = /(?:^|[，,。；;])(?:同时[，,]?)?[他她](?!们)/.exec(
    folded.slice(sentence.start, Math.min(sentence.end, sentence.start + 24)),
  );
  if (!pronoun) return null;
  const end = sentence.start + pronoun.index + pronoun[0].length;
  const verb = verbAfter(folded, end, Math.min(sentence.end, end + 12), sentence.end);
  return verb ? { official: last, verb: verb.word, speaker: 'continued', open: verb.open } : null;
}

/** Whether the name that ends at `end` only tells whose somebody or something is. */
function isAnother(folded: string, end: number): boolean {
  return ANOTHER.test(folded.slice(end, end + 4));
}

/** The verb of speech whose subject ends at `from`, or null: a clause must follow it, and no other subject come between. */
function verbAfter(folded: string, from: number, until: number, sentenceEnd: number): { word: string; open: boolean } | null {
  for (const match of folded.slice(from, until).matchAll(SPEECH_VERB)) {
    const word = match[0];
    const at = from + match.index;
    const after = at + word.length;
    if (/[“”「」。；;]/.test(folded.slice(from, at))) return null;
    const between = folded.slice(from, at);
    if (
      /会议$|会$|的$|对.{0,12}$|等$|(?:提出|作出|做出|给出|提|按照?|根据|符合|满足|达到)了?.{0,8}$/.test(between) &&
      !/(?:会上|对.{0,10}记者)$/.test(between)
    )
      continue;
    if (/[，,]/.test(between) && !/[时中后上间下][，,]\S{0,6}$/.test(between)) return null;
    const next = folded.slice(after, after + 14);
    if (NOUN_FOLLOWS.test(next) || next.startsWith('的')) continue;
    if (/^(?:了|过)/.test(next) && !/^了?[^，,。]{0,12}[：:]/.test(next)) continue;
    const direct = /^[^，,。；;]{0,10}[：:，,]/.test(next);
    const ends = /^[^，,。；;]{0,6}[。！]?$/.test(folded.slice(after, Math.min(sentenceEnd, after + 10)));
    const clause = next.length > 4 && !/^(?:下|书|方|人|者|着|的)/.test(next);
    if (!direct && !ends && !clause) continue;
    return { word, open: !ends };
  }
  return null;
}

/** Whether sentence `i` goes on with a speech that was open before it. */
function goesOn(folded: string, sentences: Sentence[], i: number, verb: string): boolean {
  const { start, end, opensParagraph } = sentences[i]!;
  const sentence = folded.slice(start, end);
  if (sentence.startsWith('“')) return !opensParagraph && !/”[^”]{2,}$/.test(sentence);
  if (NARRATION.test(sentence)) return false;
  if (!DIRECTING.test(verb)) return !opensParagraph && /^(?:我们?|同时，|此外，|[一二三四五]是|第[一二三四五])/.test(sentence);
  return !opensParagraph || SPEAKING.test(sentence);
}
