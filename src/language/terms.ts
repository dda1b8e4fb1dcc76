/**
 * What counts as a term: the unit that is indexed and looked up. The same rules stand on both sides, or nothing
 * would be found.
 */

/** 着 and 著 are one particle; OpenCC keeps 著 where it cannot tell (著名 is 着名 in the index, on both sides). */
export function termOf(word: string): string {
  return word.includes('著') ? word.replaceAll('著', '着') : word;
}

const WORD = /[\p{L}\p{N}]/u;

/** Whether a word can be a term at all: it has a letter, a character or a digit. */
export function isWord(word: string): boolean {
  return WORD.test(word);
}

/**
 * Words that say how a sentence is built and not what it is about. They keep their place in the forward
 * index, but get no postings and never lead a query.
 */
const FUNCTION_WORDS = new Set(
  (
    '的 了 着 过 地 得 之 是 在 有 和 与 及 或 而 且 但 也 都 就 还 又 很 更 最 被 把 将 对 对于 从 自 由 于 以 为 到 向 往 给 让 使 因 因为 所以 如果 虽然 但是 然后 并 并且 以及 其 ' +
    '其中 此 该 这 那 这个 那个 这些 那些 这次 那次 他 她 它 他们 她们 它们 我 我们 你 你们 您 自己 吗 呢 吧 啊 呀 么 嘛 等 等等 个 上 下 中 里 内 外 后 前 时 一 不 没 没有 会 能 可 可以 ' +
    '要 应 应该 称 叫 做 作 作为 所 则 即 若 如 请问 请 问 曾 已 已经 正 正在 只 仅 才 再 除 除了 关于 通过 根据 按照 进行 位于 属于'
  ).split(' '),
);

export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}

/** Words that ask, and name the kind of the answer rather than its matter. */
const QUESTION_WORDS = new Set(
  (
    '谁 什么 甚么 啥 何 何时 何地 何人 何种 何处 哪 哪个 哪些 哪里 哪儿 哪位 哪年 哪一年 哪天 哪一天 哪种 哪一 哪几 哪国 几 几个 几年 几月 几次 几人 几种 几条 几岁 多少 多大 多长 多久 多高 多远 ' +
    '多重 怎么 怎样 怎么样 怎麽 如何 为什么 为何 为啥 是否 是不是 有没有 有何 分别 什么样 什么时候 多少个 多少年 多少人 第几'
  ).split(' '),
);

export function isQuestionWord(word: string): boolean {
  return QUESTION_WORDS.has(word);
}
