import type { Client } from '@opensearch-project/opensearch';
import type { Article } from '../../corpus/article.ts';
import type { Rejection } from '../../corpus/refusal.ts';
import { fold } from '../../language/script.ts';
import { OfficialDirectory } from '../../people/directory.ts';
import type { ArticleOfficials } from '../../people/merge-officials.ts';
import { villageName } from '../../places/names.ts';
import type { Region } from '../../places/region.ts';
import type { CorpusFile, CorpusStatus } from '../../reply.ts';
import { keysOf } from '../../search/name-index.ts';
import { Breather } from '../../steps/breather.ts';
import { changesBetween, revisionOf } from '../changes.ts';
import { appearancesOf, articleOfficials } from '../persons.ts';
import { dayOf } from '../refs.ts';
import { MOST_NAMED, MOST_REMARKED, remarksOf } from '../status.ts';
import { spelledRegion } from '../spellings.ts';
import type { AnalysedDocuments } from './analyse.ts';
import { withAncestors } from './analyse.ts';
import { BulkWriter } from './bulk.ts';
import { keyOfTexts } from './digest.ts';
import { type BuildData, FORMAT, type NameDoc } from './documents.ts';
import { personDocs } from './gather-people.ts';
import type { IndexKind } from './mappings.ts';
import { StatisticsCounter } from './statistics.ts';
import type { Names } from './stamps.ts';

/** Bytes of the statistics in one document, as base64: far under what one request may hold. */
const PIECE = 3 * 1024 * 1024;

interface Spoken {
  region: Region;
  count: number;
  place: number;
}

/** A build being written: articles one after the other, then what is made of all of them. */
export class Build {
  readonly writer: BulkWriter;
  readonly #statistics = new StatisticsCounter();
  readonly #officials: ArticleOfficials[] = [];
  readonly #spoken = new Map<string, Spoken>();
  readonly #within = new Map<string, number>();
  readonly #files = new Map<string, CorpusFile>();
  readonly #status = { no_region: 0, no_official: 0, no_year: 0, date_conflicts: 0, conflicting: [] as string[], remarked: 0 };
  readonly #remarks: CorpusStatus['remarks'] = [];
  #articles = 0;

  constructor(
    client: Client,
    private readonly names: Names,
    readonly stamp: string,
  ) {
    this.writer = new BulkWriter(client);
  }

  #add(kind: IndexKind, id: string, doc: object): Promise<void> {
    return this.writer.add(this.names.index(kind, this.stamp), id, doc);
  }

  /** Writes some articles, in the order of the corpus. */
  async write({ articles, passages, names, terms, pairs, characters }: AnalysedDocuments): Promise<void> {
    this.#statistics.add(
      terms,
      pairs,
      characters,
      passages.flat().map(({ length }) => length),
    );
    for (const [i, doc] of articles.entries()) {
      const id = keyOfTexts(doc.id);
      this.#count(
        doc.data.article,
        doc.data.regions.map(({ region }) => region),
      );
      this.#officials.push(articleOfficials({ ...doc.data, folded: doc.data.folded ?? doc.data.article.text }));
      if (doc.data.officials.length === 0) this.#status.no_official++;
      for (const [place, passage] of passages[i]!.entries()) await this.#add('passages', `${id}-${place}`, passage);
      await this.#add('articles', id, doc);
      await this.#add('names', `article-${id}`, names[i]!);
    }
  }

  #count(article: Article, regions: readonly Region[]): void {
    this.#articles++;
    for (const region of regions) {
      const known = this.#spoken.get(region.code);
      if (known) known.count++;
      else this.#spoken.set(region.code, { region, count: 1, place: this.#spoken.size });
    }
    for (const code of withAncestors(regions.map(({ code }) => code))) this.#within.set(code, (this.#within.get(code) ?? 0) + 1);
    if (regions.length === 0) this.#status.no_region++;
    if (dayOf(article) === null) this.#status.no_year++;
    if (article.published?.conflicts ?? article.event?.conflicts) {
      if (this.#status.date_conflicts++ < MOST_NAMED) this.#status.conflicting.push(article.id);
    }
    if (article.notes && this.#status.remarked++ < MOST_REMARKED) this.#remarks.push(...remarksOf(article));
    const entry = this.file(article.file, null);
    entry.articles++;
    entry.title ??= article.title;
  }

  /** The entry of a file, made where there is none. */
  file(file: string, sha256: string | null): CorpusFile {
    const known = this.#files.get(file);
    if (known) return known;
    const entry = { file, sha256, articles: 0, title: null, rejected: 0 };
    this.#files.set(file, entry);
    return entry;
  }

  /** Writes what is made of all articles together. */
  async finish(rejected: readonly Rejection[], before: Before, startedAt: number): Promise<BuildData> {
    for (const { file } of rejected) this.file(file, null).rejected++;
    await this.#writePeople();
    await this.#writePlaces();
    const files = [...this.#files.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
    for (const file of files) await this.#add('files', keyOfTexts(file.file), { file: file.file, data: file });
    const { bytes, ...figures } = this.#statistics.finish();
    const pieces: Record<string, number> = {};
    for (const [part, all] of Object.entries(bytes)) {
      pieces[part] = Math.ceil(all.length / PIECE);
      for (let i = 0; i < pieces[part]; i++) {
        const data = { bytes: Buffer.from(all.subarray(i * PIECE, (i + 1) * PIECE)).toString('base64') };
        await this.#add('meta', `${part}-${i}`, { data });
      }
    }
    const status: CorpusStatus = {
      articles: this.#articles,
      passages: figures.passages,
      rejected: [...rejected],
      loaded_at: new Date().toISOString(),
      build_ms: Math.round(performance.now() - startedAt),
      rss_mb: 0,
      ...this.#status,
      remarks: this.#remarks,
    };
    const read = new Map(files.filter(({ sha256 }) => sha256 !== null).map((file) => [file.file, file]));
    const breather = new Breather();
    const data: BuildData = {
      ...figures,
      revision: await breather.run(revisionOf(read)),
      status,
      changes: await breather.run(changesBetween(before.files, read, rejected)),
      previous: before.stamp,
      pieces,
      format: FORMAT,
    };
    await this.#add('meta', 'build', { data });
    await this.writer.finish();
    return data;
  }

  async #writePeople(): Promise<void> {
    const directory = await new Breather().run(OfficialDirectory.building(this.#officials));
    const byId = new Map(this.#officials.map((one) => [one.articleId, one]));
    for (const [rank, entry] of directory.entries.entries()) {
      const { person, name } = personDocs(entry, rank);
      const id = keyOfTexts(person.data.key);
      await this.#add('people', id, person);
      await this.#add('names', `person-${id}`, name);
      for (const appearance of appearancesOf(entry.person, entry.person.articles, (article) => byId.get(article)!))
        await this.#add('appearances', `${id}-${keyOfTexts(appearance.article)}`, { data: appearance });
    }
  }

  async #writePlaces(): Promise<void> {
    for (const { region, count, place } of this.#spoken.values()) {
      const named = { name: fold(region.name), aliases: [fold(region.path.join(''))], weight: count };
      const spelling = spelledRegion(named.name);
      const doc: NameDoc = {
        kind: 'regions',
        place,
        weight: count,
        name: named.name,
        keys: [...keysOf({ named, spelling })],
        ...(region.level === 'village'
          ? { answers: [...new Set([region.name, villageName(region.name), region.path.join('')].map(fold))] }
          : {}),
        data: { thing: region, aliases: named.aliases, spelling },
      };
      await this.#add('names', `region-${region.code}`, doc);
    }
    for (const [code, count] of this.#within) {
      const doc: NameDoc = {
        kind: 'within',
        place: 0,
        weight: count,
        name: code,
        keys: [],
        data: { thing: code, aliases: [], spelling: { syllables: [], starts: [] } },
      };
      await this.#add('names', `within-${code}`, doc);
    }
  }
}

/** The build before, as far as the next one needs it. */
export interface Before {
  stamp: string | null;
  files: ReadonlyMap<string, CorpusFile>;
}
