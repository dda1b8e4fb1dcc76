import { defineCommand } from '../src/command/command.ts';
import type { FeedbackReply } from '../src/reply.ts';

type Unanswered = FeedbackReply['unanswered']['questions'][number];

/** As many as one file should hold; the latest are kept. */
const MOST_EXPORTED = 10_000;
const LISTED = 20;

export default defineCommand({
  name: 'feedback',
  names: { 'zh-CN': '反馈', 'zh-TW': '回饋', 'en': 'feedback' },
  description: {
    'zh-CN': '哪些回答被评为不好，哪些问题没有回答',
    'zh-TW': '哪些回答被評為不好，哪些問題沒有回答',
    'en': 'Which answers were called bad, which questions found none',
  },
  options: {
    export: {
      kind: 'flag',
      names: { 'zh-CN': '导出', 'zh-TW': '匯出', 'en': 'export' },
      description: { 'zh-CN': '全部导出为 JSONL，每行一条', 'zh-TW': '全部匯出為 JSONL，每行一則', 'en': 'All of them as JSON lines' },
    },
  },
  access: 'curators',
  visibility: 'private',
  example: '/feedback',
  async run({ store }, { export: whole = false }) {
    const { total, failures } = await store.feedback.failures(whole ? MOST_EXPORTED : LISTED);
    const unanswered = await store.unanswered.mostAsked(whole ? MOST_EXPORTED : LISTED);
    return {
      command: 'feedback',
      ok: true,
      counts: await store.feedback.counts(),
      total,
      failures,
      unanswered,
      lines: whole ? [...failures, ...unanswered.questions.map(testRow)].map((each) => `${JSON.stringify(each)}\n`).join('') : null,
      lasting: store.problem === null,
    };
  },
});

/** With the keys of what was called bad, as far as they are known, so that one program reads both. */
const testRow = ({ question, filters, times, day }: Unanswered) => ({ command: 'ask', question, filters, answered: false, times, at: day });
