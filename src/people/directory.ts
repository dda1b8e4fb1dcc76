import { atOnce } from '../steps/breather.ts';
import { editDistance } from '../language/edit-distance.ts';
import { blurred, syllablesOfPerson } from '../language/pinyin.ts';
import { fold } from '../language/script.ts';
import { sorting } from '../steps/sorting.ts';
import { merging, namesOf, type ArticleOfficials, type Person } from './merge-officials.ts';
import { shownName } from './official.ts';
import { placedForms, saysWhere, titleForms, titleKey } from './title-keys.ts';

/** Whom a query means. `people` is empty where nobody fits; then `suggestions` has names near to it. */
export interface Lookup {
  by: 'name' | 'title' | null;
  /** The likeliest first. */
  people: Person[];
  /** Names a reader may have meant: never an answer by themselves. */
  suggestions: string[];
}

/** What lookups compare, made once. */
export interface DirectoryEntry {
  person: Person;
  /** The ways in which a reader may write the person's titles. */
  forms: readonly string[];
}

/** A name as it sounds, and as it sounds to those who do not tell some sounds apart. */
interface Sounded {
  person: Person;
  whole: string;
  blur: string;
}

const MOST_NEAR_NAMES = 5;
/** So many are looked at between two pauses. */
const STEP = 1000;
const QUESTION = /谁(?:是|任|担任)|(?:现在|目前)?(?:是谁|叫什么(?:名字)?|有谁|哪位)|什么职务|[?？。,，!！“”"'\s]/g;

/** The people of a corpus, to be found by name, by title, or by a part of either. Built once; only read after. */
export class OfficialDirectory {
  /** The most mentioned first. */
  readonly people: readonly Person[];
  readonly #entries: DirectoryEntry[] = [];
  #sounded: readonly Sounded[] | undefined;
  readonly #byName = new Map<string, Person[]>();
  readonly #byForm = new Map<string, Person[]>();

  private constructor(people: readonly Person[]) {
    this.people = people;
  }

  /** @param articles officials by article: see `findOfficials`. Their places are only for lookups, they join nobody. */
  static of(articles: readonly ArticleOfficials[]): OfficialDirectory {
    return atOnce(OfficialDirectory.building(articles));
  }

  /** The same, in steps. */
  static *building(articles: readonly ArticleOfficials[]): Generator<void, OfficialDirectory> {
    const places = new Map<string, readonly string[]>();
    for (const { articleId, places: names = [] } of articles) if (places.set(articleId, names).size % STEP === 0) yield;
    const people = yield* sorting(yield* merging(articles), (a, b) => b.mentions - a.mentions || (a.name < b.name ? -1 : 1));
    const directory = new OfficialDirectory(people);
    for (const person of people) {
      directory.#add(person, places);
      yield;
    }
    return directory;
  }

  #add(person: Person, places: ReadonlyMap<string, readonly string[]>): void {
    const forms = [
      ...new Set(person.titles.flatMap((title) => [...titleForms(title), ...placedForms(title, places.get(title.article) ?? [])])),
    ];
    this.#file({ person, forms });
  }

  #file(entry: DirectoryEntry): void {
    this.#entries.push(entry);
    for (const name of new Set([...namesOf(entry.person)].map(nameKey))) add(this.#byName, name, entry.person);
    for (const form of entry.forms) add(this.#byForm, form, entry.person);
  }

  /** Everybody with what lookups compare, the most mentioned first. */
  get entries(): readonly DirectoryEntry[] {
    return this.#entries;
  }

  /** A directory of some of the {@link entries} of another, in their order: it answers as that does whatever these decide. */
  static gathered(entries: readonly DirectoryEntry[]): OfficialDirectory {
    const directory = new OfficialDirectory(entries.map(({ person }) => person));
    for (const entry of entries) directory.#file(entry);
    return directory;
  }

  /** All who are called so, in either script. */
  named(name: string): readonly Person[] {
    return this.#byName.get(nameKey(name)) ?? [];
  }

  /**
   * Whom `query` means, in either script: a name (孙咏平), a name with a title (丹江口市委书记孙咏平), or a title
   * (丹江口市委书记, also as part of a longer title or with the organisation written out). Nobody is found by a name
   * that only resembles theirs: such names are suggested.
   */
  find(query: string): Lookup {
    const { asked, name } = askedOf(query);
    if (asked === '') return { by: null, people: [], suggestions: [] };
    const exact = this.#byName.get(name) ?? this.#byName.get(asked);
    if (exact) return { by: 'name', people: exact, suggestions: [] };
    const within = this.#nameWithin(asked);
    if (within.length > 0) return { by: 'name', people: within, suggestions: [] };
    const holders = this.#holders(asked);
    if (holders.length > 0) return { by: 'title', people: holders, suggestions: [] };
    return { by: null, people: [], suggestions: [...new Set([...this.#near(asked), ...this.#unplaced(asked)])].slice(0, MOST_NEAR_NAMES) };
  }

  /** People whose name stands inside the query beside a title; where their title stands there too, only those. */
  #nameWithin(asked: string): Person[] {
    const found: { person: Person; titled: boolean; length: number }[] = [];
    for (let start = 0; start < asked.length; start++) {
      for (let length = 2; length <= 12 && start + length <= asked.length; length++) {
        const people = this.#byName.get(asked.slice(start, start + length));
        const rest = asked.slice(0, start) + asked.slice(start + length);
        for (const person of people ?? []) {
          found.push({
            person,
            length,
            titled: person.titles.some((title) => titleForms(title).some((form) => form.includes(rest) || rest.includes(form))),
          });
        }
      }
    }
    const longest = Math.max(0, ...found.map(({ length }) => length));
    const best = found.filter(({ length }) => length === longest);
    const titled = best.filter((one) => one.titled);
    return [...new Set((titled.length > 0 ? titled : best).map(({ person }) => person))];
  }

  /**
   * Holders of a title: of exactly this one, then of one that ends so (市委书记 → 丹江口市委书记), or else of one
   * that contains it, or else of one that the query only writes out more fully (湖北省丹江口市委书记).
   */
  #holders(asked: string): Person[] {
    if (asked.length < 2) return [];
    const exact = this.#byForm.get(asked) ?? [];
    const ending: Person[] = [];
    const containing: Person[] = [];
    const shorter: Person[] = [];
    for (const { person, forms } of this.#entries) {
      if (forms.some((form) => form.endsWith(asked) && !form.endsWith(`副${asked}`))) ending.push(person);
      else if (forms.some((form) => form.includes(asked))) containing.push(person);
      else if (forms.some((form) => form.length >= 6 && asked.endsWith(form) && saysWhere(form))) shorter.push(person);
    }
    const holders = [...new Set([...exact, ...ending])];
    return holders.length > 0 ? holders : containing.length > 0 ? containing : shorter;
  }

  /** Who holds the title that ends the query in some place their article leaves unnamed: 市旅游局局长 for 新乡市旅游局局长. */
  #unplaced(asked: string): string[] {
    return this.#entries
      .filter(({ forms }) => forms.some((form) => form.length >= 6 && asked.endsWith(form)))
      .map(({ person }) => shownName(person));
  }

  /** How all names sound; spelled when first asked for, or by {@link warming}. */
  #sounds(): readonly Sounded[] {
    return this.#sounded ?? atOnce(this.warming());
  }

  /** Spells all names, in steps, so that the first one that is misspelled need not wait for it. */
  *warming(): Generator<void, readonly Sounded[]> {
    if (this.#sounded) return this.#sounded;
    const sounded: Sounded[] = [];
    for (const person of this.people) {
      const spelled = syllablesOfPerson(person.name);
      if (sounded.push({ person, whole: spelled.join(''), blur: blurred(spelled) }) % STEP === 0) yield;
    }
    return (this.#sounded = sounded);
  }

  /** Names that sound like `asked` or differ from it in one character, the nearest first. */
  #near(asked: string): string[] {
    if (asked.length > 12) return [];
    const spelled = syllablesOfPerson(asked);
    const [sound, blur] = [spelled.join(''), blurred(spelled)];
    const ranked: { name: string; rank: number }[] = [];
    for (const { person, whole, blur: ownBlur } of this.#sounds()) {
      const rank = whole === sound ? 0 : oneEditApart(person.name, asked) ? (ownBlur === blur ? 1 : 2) : ownBlur === blur ? 3 : null;
      if (rank !== null) ranked.push({ name: shownName(person), rank });
    }
    return [...new Set(ranked.sort((a, b) => a.rank - b.rank).map(({ name }) => name))].slice(0, MOST_NEAR_NAMES);
  }
}

/** A query as names and titles are compared with it. */
export function askedOf(query: string): { asked: string; name: string } {
  const bare = fold(query).replace(QUESTION, '');
  return { asked: titleKey(bare), name: nameKey(bare) };
}

/** A name as it is looked up: Tim Cook, 艾尔肯·吐尼亚孜 without blank and dot. */
export function nameKey(name: string): string {
  return fold(name).replace(/[\s·]/g, '');
}

function add(map: Map<string, Person[]>, key: string, person: Person): void {
  const people = map.get(key);
  if (people) people.push(person);
  else map.set(key, [person]);
}

/** Whether one edit makes `b` of `a`; of two characters a single one in common is too few to tell. */
function oneEditApart(a: string, b: string): boolean {
  return Math.max(a.length, b.length) > 2 && Math.min(a.length, b.length) > 1 && editDistance(a, b, 1) === 1;
}
