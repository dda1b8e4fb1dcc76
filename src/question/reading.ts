/**
 * A question is read here, before it is looked up, into plain data: what to find (`matter`), what is asked for (`demand`),
 * what must be so (`conditions`). Places and people are told by whoever knows them.
 */
import { fold } from '../language/script.ts';
import { readConditions, type Conditions, type PlaceCondition } from './conditions.ts';
import { calendarDay } from './days.ts';
import { readDemand, type Demand } from './demand.ts';
import { plainly, unwrapped } from './plain-words.ts';
import { wordings } from './short-names.ts';

/** One way to write the question. */
export interface Wording {
  /** Folded. */
  text: string;
  /** The same with the words of asking blanked out, of the same length: the words to find. */
  matter: string;
  demand: Demand;
}

export interface Reading {
  /** The whole, folded, as it was asked. */
  asked: string;
  /** As it was asked, and with short names made long or long ones short; four at most. */
  wordings: readonly [Wording, ...Wording[]];
  conditions: Conditions;
  /** Of several answers the newest is wanted: 最新, 现在, 最近. */
  newest: boolean;
}

/** What a collection knows that a question may name; all texts folded. */
export interface Known {
  /** Divisions named in a text. */
  places(text: string): readonly PlaceCondition[];
  /** Names of people in a text. */
  people(text: string): readonly string[];
  /** The newest day of an article, `YYYY-MM-DD`; null where none is known. */
  newestDay: string | null;
}

const NOTHING_KNOWN: Known = { places: () => [], people: () => [], newestDay: null };

const NEWEST = /最新|最近|近期|近来|近日|这几天|现在|目前|如今|眼下|当前|截至|(?<![前上])(?:现任|新任)|到现在|迄今|至今/g;
/** Words that only hurry or add up; nobody writes them of an answer. */
const IDLE =
  /最新|最近|近期|近来|现在|目前|如今|眼下|当前|一共|总共|到底|究竟|具体|详细|(?<=[\p{Script=Han} ])(?:了|的|啊|呢)(?=[?。! ]*$)/gu;

/** What is left of 到底是多少 when the words around it are blanked out. */
const STRAY_VERB = /(?<= )[是有为](?=[ ?。])/g;

/** Reads a question (or a query of a few words), in either script. */
export function readQuestion(question: string, known: Known = NOTHING_KNOWN): Reading {
  const asked = fold(question.normalize('NFC'));
  const text = unwrapped(plainly(asked));
  const ways = wordings(text);
  return {
    asked,
    wordings: ways.map(worded) as [Wording, ...Wording[]],
    conditions: {
      ...readConditions(text, calendarDay(known.newestDay)),
      places: known.places(text),
      people: known.people(text),
    },
    newest: text.search(NEWEST) >= 0,
  };
}

function worded(text: string): Wording {
  const { demand, asking } = readDemand(text);
  const units = text.split('');
  for (const { start, end } of asking) units.fill(' ', start, end);
  const blank = (words: string) => ' '.repeat(words.length);
  const matter = units.join('').replace(IDLE, blank).replace(STRAY_VERB, blank);
  // A query that is nothing but words of asking is looked up as it stands.
  return { text, matter: /[\p{L}\p{N}]/u.test(matter) ? matter : text, demand };
}
