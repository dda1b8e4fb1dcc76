import { askCollection } from './asking.ts';
import type { Collection } from './collection.ts';

/** So many people are tried. */
const MOST_PEOPLE = 5;

const known = new WeakMap<Collection, Promise<string | null>>();

/**
 * A question that these articles answer: who holds an office that they name. Null where they answer none such.
 *
 * @example await exampleQuestion(collection) // '谁是丹江口市委书记？'
 */
export function exampleQuestion(collection: Collection): Promise<string | null> {
  const made = known.get(collection) ?? firstAnswered(collection);
  known.set(collection, made);
  return made;
}

async function firstAnswered(collection: Collection): Promise<string | null> {
  for (const { titles } of await collection.complete('people', '', MOST_PEOPLE)) {
    const question = titles[0] && `谁是${titles[0].text}？`;
    if (question && (await askCollection(collection, question, 1, {})).answers.answered) return question;
  }
  return null;
}
