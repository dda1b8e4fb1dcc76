import type { Official } from './official.ts';
import type { Sentence } from '../language/sentences.ts';
import { sentencesOfSpeech } from './joined-lines.ts';
import { mentionsByLastName } from './last-name.ts';
import { areJoined, isObject, isQuoted, isSubordinate, opensClause, titleAlone, withTitles, type Mention } from './speaker.ts';

/** Verbs of reported speech, the longer first where one begins with another. */
const SPEECH = (
  '强调指出 指出 质疑 披露 暗示 扬言 警告说 警告 批评 指责 辩称 坚称 感慨 质问 写道 宣称 声称 敦促 强调 要求 提出 表示 认为 希望 透露 介绍说 介绍 称赞 建议 呼吁 坦言 直言 宣布 解释 回应 分析 告诉 补充 提醒 重申 说道 感叹 表态 ' +
  '寄语 反问 承认 否认 证实 预计 提到 谈到 提及 谈及 说 称'
).split(' ');
/** What somebody was doing: narrated, not said. */
const ACTS = (
  '出席 主持 参加 参与 陪同 调研 深入 视察 检查 督导 督查 走访 慰问 看望 考察 会见 接见 会谈 会晤 率领 率队 带队 前往 听取 察看 查看 致辞 致词 讲话 宣读 揭牌 揭幕 颁奖 签署 督办 汇报 通报 部署 ' +
  '作出 做出 接受 担任 当选 任命 总结'
).split(' ');
const SPEECH_VERB = new RegExp(SPEECH.join('|'), 'g');
const ACT_VERB = new RegExp(ACTS.join('|'), 'g');
/** Verbs by which officials direct: their speech goes on over sentences and paragraphs without quotation marks. */
const DIRECTING = /^(?:强调指出|指出|强调|要求|提出|建议|呼吁|重申)$/;
/** Sentences that tell, not speak: they end a speech that runs on. */
const NARRATION = new RegExp(
  '^(?:(?:会上|会后|会前|会议|本次会议|座谈|推进会|活动|现场|随后|当天|当日|当晚|日前|近日|据悉|据了解|据介绍|记者|与会|参会|最后，|首先，|其间|期间|调研中|调研期间|观摩|截至|今年来|近年来，|' +
    '在.{1,12}(?:中|上|后|时|期间)[，,](?!要|必须|应)|来源|返回|责任编辑|编辑|\\(完)' +
    '|(?:\\d{4}年)?\\d{1,2}月|.{0,30}(?:记者|会议(?:指出|强调|要求|认为)|出席|参加了?(?:会议|活动|座谈|调研)|陪同调研)|[^，,]{2,20}(?:表示|宣布|公布|称)[^，,]{0,10}[，,:])',
);
/** Sentences that exhort or count off: speech, where a speech was going on. */
const SPEAKING = new RegExp(
  String.raw`(?:^|[，,；;：:。])(?:就|还|更|都|既|也)?(?:要|必须|应|应当|应该|需要|务必|希望|确保|坚持)|^(?:[一二三四五六七八九十]+(?:是|要|、)|第[一二三四五六七八九十]|` +
    String.raw`（[一二三四五六七八九十]）|\([一二三四五六七八九十]\)|我们?|同时|此外|另外|因此|所以|但是?|而且|其次)|要立足|[，,]要|要有|要把|要在`,
);
/** Verbs behind which a speech may go on to its paragraph's end; what is announced or confirmed is told in a sentence. */
const TELLING = /^(?:说|表示|认为|介绍说?|告诉|分析|警告)$/;
/** Somebody else's words, the reporter's, or a credit. */
const OTHERS_SPEAK =
  /[“"]|据|报道|记者|网友|[？?]$|^(?:针对|对此|此前|大家|原来|详情|图|[他她]|[（(]|值得一提|专家|该报|依照)|(?:说|表示|称|认为|指出|透露|介绍)[，,：:]/;
/** A pronoun stands for the official named in one of so many sentences before it. */
const MEMORY = 5;
/** 表示感谢, 提出要求, 说起: nothing is reported. */
const NOUN_FOLLOWS =
  /^(?:[起到法服明]|(?:了)?(?:热烈|衷心|诚挚|崇高|由衷|高度|充分|亲切|深切|强烈|坚决)?的?(?:感谢|欢迎|祝贺|慰问|肯定|赞同|赞赏|敬意|歉意|不满|遗憾|关切|担忧|谢意|问候|哀悼|同情|异议|抗议|谴责)(?![，,：:]))/;
/** Longest stretch between the speaker and the verb: 在接受本报记者专访时. */
const REACH = 40;

/** What is reported must follow behind a pause (谈到学校时, the saying comes later), but not in a speech (在演讲中提及). */
const TOUCHING_ON = /^(?:[提谈][到及]|批评|指责)$/;
const IN_SPEECH = /(?:讲话|演讲|致辞|发言|采访|专访|会|节目|声明|信)[中上时里]$/;
/** Verbs that no noun is spelled like: 对局长说, but 对学校的要求. */
const TALKING = /^(?:说|表示|坦言|直言|透露|介绍|介绍说|强调|指出|质问|称|告诉|说道)$/;

/** What makes a name somebody else's: 王勇的秘书说, 王勇夫人表示. */
const ANOTHER =
  /^(?:的(?!话[说称])|之[子女妻父母]|秘书(?!长)|夫人|妻子|太太|丈夫|父亲|母亲|儿子|女儿|家人|家属|助手|司机|发言人|办公室|团队)/;
/** What somebody is made, or becomes: told of them, not of who did it. */
const BEFALLING = /^(?:当选|担任)$/;
const APPOINTING = /(任命|提名|选举)$/;
/** So many verbs after a name are looked at, and so many officials named before are remembered. */
const MOST_DEEDS = 4;
const MOST_KNOWN = 8;
const PRONOUN = /(?:^|[，,。；;])(?:同时[，,]?)?[他她](?!们)/;
/** 没有表示反对, 拒绝回应: nothing is said. */
const DENIED = /(?:没有?|未|并未|尚未|不(?![断仅久时但止])|拒绝|拒不|婉拒|不愿|无法|从未|避免)[^，,。；;]{0,3}$/;
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
  const sentences = sentencesOfSpeech(text);
  const lastNames = mentionsByLastName(folded, officials);
  const mentions = officials
    .flatMap((official) => [...official.mentions, ...(lastNames.get(official) ?? [])].map((span) => withTitles(official, span)))
    .sort((a, b) => a.start - b.start);
  let last: Official | undefined;
  let speaker: Official | undefined;
  let next = 0;
  const spoken: Spoken[] = [];
  const named: number[] = [];
  /** Whom the article has named so far, the last one last. */
  const known = new Set<Official>();
  sentences.forEach((sentence, i) => {
    const here: Mention[] = [];
    while (next < mentions.length && mentions[next]!.start < sentence.end) here.push(mentions[next++]!);
    if (here.length > 0) named.push(i);
    const said = spokenIn(folded, sentence, here, { last, speaker, known: [...known].slice(-MOST_KNOWN) });
    for (const one of said) spoken.push({ ...one, sentence: i });
    narrated(text, folded, sentence, here, new Set(said.map(({ official }) => official)));
    for (const { official } of here) {
      known.delete(official);
      known.add(official);
    }
    if (said.length > 0) last = speaker = said.length === 1 ? said[0]!.official : undefined;
    else if (here.length > 0) {
      const subjects = here.filter(
        (one) => !isAnother(folded, one.end) && !isObject(folded, one, sentence.start) && !isSubordinate(folded, one, sentence),
      );
      const another = here.some(({ end }) => isAnother(folded, end));
      if (another) speaker = undefined;
      last = subjects.at(-1)?.official ?? (another ? undefined : last);
      if (subjects.some((one) => opensClause(folded, one, sentence.start))) speaker = undefined;
    } else if (i - (named.at(-1) ?? i) > MEMORY) last = speaker = undefined;
  });
  const stops = new Set([...named, ...spoken.map(({ sentence }) => sentence)]);
  for (const { official, verb, sentence, speaker: how, open } of spoken) {
    const start = sentences[sentence]!.start;
    let end = sentences[sentence]!.end;
    if (open) {
      for (let i = sentence + 1; i < sentences.length && !stops.has(i) && goesOn(folded, sentences, sentence, i, verb); i++)
        end = sentences[i]!.end;
    }
    official.statements.push({ verb, text: text.slice(start, end), start, end, speaker: how });
  }
}

/** What is told of those whom a sentence names and who do not speak in it. */
function narrated(text: string, folded: string, { start, end }: Sentence, here: readonly Mention[], speaking: ReadonlySet<Official>): void {
  if (here.length === 0) return;
  const deeds = [...folded.slice(start, end).matchAll(ACT_VERB)].map(({ 0: verb, index }) => ({ verb, at: start + index }));
  const add = (official: Official, verb: string) => {
    if (speaking.has(official) || official.acts.at(-1)?.start === start) return;
    official.acts.push({ verb, text: text.slice(start, end), start, end });
  };
  let deed = 0;
  for (const [i, mention] of here.entries()) {
    const appointed = APPOINTING.exec(folded.slice(Math.max(start, mention.from - 3), mention.from))?.[1];
    if (appointed) add(mention.official, appointed);
    while (deed < deeds.length && deeds[deed]!.at < mention.end) deed++;
    // What befalls somebody is told of the one named last before it: 李明辉祝贺王强当选.
    const until = here[i + 1]?.start ?? end;
    const own = deeds.slice(deed, deed + MOST_DEEDS).find(({ verb, at }) => {
      if (verb === '任命') return /[被获]$/.test(folded.slice(mention.end, at)) && at < until;
      return !BEFALLING.test(verb) || at < until;
    });
    if (own) add(mention.official, own.verb);
  }
}

/** Who speaks in a sentence, of those known: several where they speak together. */
function spokenIn(
  folded: string,
  sentence: Sentence,
  here: readonly Mention[],
  before: { last: Official | undefined; speaker: Official | undefined; known: readonly Official[] },
): Omit<Spoken, 'sentence'>[] {
  const subjects = here.filter(
    (one) => !isAnother(folded, one.end) && !isObject(folded, one, sentence.start) && !isQuoted(folded, sentence.start, one.start),
  );
  for (const [i, { official, from, start, end }] of subjects.entries()) {
    if (MEETING_SPEAKS.test(folded.slice(sentence.start, start)) || isSubordinate(folded, subjects[i]!, sentence)) continue;
    const together = [official];
    let at = i;
    while (subjects[at + 1] && areJoined(folded, subjects[at]!, subjects[at + 1]!)) together.push(subjects[++at]!.official);
    const subjectEnd = at === i ? end : subjects[at]!.end;
    const until = Math.min(subjects[at + 1]?.start ?? sentence.end, sentence.end, subjectEnd + REACH);
    const verb =
      labelled(folded, from, subjectEnd, sentence) ??
      seenBy(folded, from, subjectEnd) ??
      verbAfter(folded, subjectEnd, until, sentence.end) ??
      (opensClause(folded, subjects[i]!, sentence.start)
        ? goingOn(folded, subjectEnd, subjects[at + 1]?.start ?? sentence.end, sentence.end)
        : null);
    if (verb) return [...new Set(together)].map((one) => ({ official: one, verb: verb.word, speaker: 'named' as const, open: verb.open }));
  }
  if (here.some((one) => subjects.includes(one))) return [];
  const alone = titleAlone(folded, sentence, before.known);
  if (alone) {
    const verb = verbAfter(folded, alone.end, Math.min(sentence.end, alone.end + REACH), sentence.end);
    if (verb) return [{ official: alone.official, verb: verb.word, speaker: 'continued', open: verb.open }];
  }
  const pronoun = PRONOUN.exec(folded.slice(sentence.start, Math.min(sentence.end, sentence.start + 24)));
  // 他还说 goes on with who spoke; else he is who was named last.
  const goes = pronoun && /^[还也]/.test(folded.slice(sentence.start + pronoun.index + pronoun[0].length));
  const official = goes ? (before.speaker ?? before.last) : before.last;
  if (!pronoun || !official) return [];
  const end = sentence.start + pronoun.index + pronoun[0].length;
  const verb = isAnother(folded, end) ? null : verbAfter(folded, end, Math.min(sentence.end, end + REACH), sentence.end);
  return verb ? [{ official, verb: verb.word, speaker: 'continued', open: verb.open }] : [];
}

type Verb = { word: string; open: boolean };

/** 市长X：…… at the head of a line, and X：“……”: the colon says that the words are theirs. */
function labelled(folded: string, from: number, end: number, sentence: Sentence): Verb | null {
  const label = /^(?:\([^()\n]{1,20}\))?\s?[：:]/.exec(folded.slice(end, end + 24));
  if (!label) return null;
  const quotes = /^\s?[“「『"]/.test(folded.slice(end + label[0].length, end + label[0].length + 2));
  const heads = sentence.opensParagraph && from === sentence.start;
  return quotes || heads ? { word: '：', open: heads } : null;
}

/** 在X看来，……. */
function seenBy(folded: string, from: number, end: number): Verb | null {
  return folded[from - 1] === '在' && /^看来[，,]/.test(folded.slice(end, end + 3)) ? { word: '看来', open: true } : null;
}

/** A second clause of one subject: ……，并表示……, ……，指出……. A quotation may stand between. */
function goingOn(folded: string, from: number, until: number, sentenceEnd: number): Verb | null {
  for (const match of folded
    .slice(from, Math.min(until, from + 4 * REACH))
    .matchAll(/[，,”」](?:(?:并(?!不|非|未|没)|还)[^，,。；;“”]{0,6}|(?=指出|强调|要求|称|表示|认为|坦言))/g)) {
    const at = from + match.index + match[0].length;
    const verb = verbAfter(folded, from + match.index + 1, Math.min(until, at + 4), sentenceEnd);
    if (verb) return verb;
  }
  return null;
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
    if (DENIED.test(between)) return null;
    // 艾伦曾被认为是新星: others think so.
    if (between.endsWith('被')) continue;
    const talking = TALKING.test(word) || /^[，,：:]/.test(folded.slice(after, after + 1));
    if (
      (!talking && /对.{0,12}$/.test(between)) ||
      (/会议$|会$|的$|等$|(?:提出|作出|做出|给出|提|按照?|根据|符合|满足|达到)了?.{0,8}$/.test(between) &&
        !/(?:会上|对.{0,10}记者)$/.test(between))
    )
      continue;
    if (/[，,]/.test(between) && !/[时中后上间下][，,]\S{0,6}$/.test(between)) return null;
    const next = folded.slice(after, after + 14);
    const towards = /[对向][^，,]{0,14}$/.test(between) && NOUN_FOLLOWS.test(next.replace(/[，,]/g, '。'));
    if (towards || NOUN_FOLLOWS.test(next) || next.startsWith('的')) continue;
    if (/^(?:了|过)/.test(next) && !/^了?[^，,。]{0,12}[：:]/.test(next)) continue;
    const direct = /^[^，,。；;]{0,10}[：:，,]/.test(next);
    const ends = /^[^，,。；;]{0,6}[。！]?$/.test(folded.slice(after, Math.min(sentenceEnd, after + 10)));
    const clause = next.length > 4 && !/^(?:下|书|方|人|者|着|的)/.test(next);
    if (!direct && ((TOUCHING_ON.test(word) && !IN_SPEECH.test(between)) || (!ends && !clause))) continue;
    return { word, open: !ends };
  }
  return null;
}

/** Whether sentence `i` goes on with a speech that sentence `from` began and that was open before it. */
function goesOn(folded: string, sentences: Sentence[], from: number, i: number, verb: string): boolean {
  const { start, end, opensParagraph } = sentences[i]!;
  const sentence = folded.slice(start, end);
  if (sentence.startsWith('“')) return !opensParagraph && !/”[^”]{2,}$/.test(sentence);
  if (NARRATION.test(sentence)) return false;
  if (!DIRECTING.test(verb))
    return TELLING.test(verb) && !opensParagraph && !quoted(folded, sentences[from]!) && !OTHERS_SPEAK.test(sentence);
  return !opensParagraph || SPEAKING.test(sentence);
}

/** Whether a sentence begins or ends with a quotation: what stands within is what was said. */
function quoted(folded: string, { start, end }: Sentence): boolean {
  return /^[“「『"]/.test(folded.slice(start, start + 1)) || /[”」』"][。！？!?]?$/.test(folded.slice(Math.max(start, end - 2), end));
}
