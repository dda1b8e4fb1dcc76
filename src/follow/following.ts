/** After a reload: what is new is told to those who follow it. Planned in the store, then posted, so that nothing is lost or doubled. */
import { changesBetween } from '../library/changes.ts';
import type { StoredArticle } from '../library/collection.ts';
import { dayOf } from '../library/refs.ts';
import type { Feed, FeedState } from '../library.ts';
import type { Result } from '../reply.ts';
import { Breather } from '../steps/breather.ts';
import type { Follow, PlannedPost, SeenArticle, UnpostedPost } from '../store/follows.ts';
import type { Store } from '../store/store.ts';
import { UserError } from '../user-error.ts';
import { fingerprintOf, isSubstantial } from './fingerprint.ts';
import { file, FollowIndex, quoteFor, wordsOf } from './matching.ts';

/** Quotes in one message. */
const TOGETHER = 5;
/** Follows in one server, and of one person. */
const MOST_FOLLOWS = 25;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Articles whose fingerprints are written together. */
const WRITTEN = 500;

/** A message for those who follow something. `key` is the same each time it is tried. */
export interface FollowPost {
  follow: Follow;
  results: readonly Result[];
  /** New articles that fit, too, and are above the day's limit. */
  more: number;
  key: string;
}

/** Posts a message. `gone`: nobody can be told there any more. @throws where it may be tried again */
export type Deliver = (post: FollowPost) => Promise<'posted' | 'gone'>;

export interface FollowLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

export interface FollowingParts {
  store: Pick<Store, 'follows'>;
  feed: Feed;
  deliver: Deliver;
  log: FollowLog;
  /** Quotes at most for one follow in 24 hours. */
  perDay: number;
  now?: () => Date;
}

export class Following {
  readonly perDay: number;
  private planning: Promise<unknown> = Promise.resolve();
  private posting: Promise<unknown> = Promise.resolve();
  /** Posted by this process, though perhaps not noted: a store that fails just then must not make it twice. */
  private readonly sent = new Set<number>();
  /** The files that this process has planned for last: as the store has them, which need not be read again. */
  private planned: FeedState['files'] | null = null;
  private stopped = false;
  private readonly now: () => Date;

  constructor(private readonly parts: FollowingParts) {
    this.perDay = parts.perDay;
    this.now = parts.now ?? (() => new Date());
  }

  /** Posts what an earlier process has left and what changed meanwhile, and listens for reloads. */
  start(): void {
    this.parts.feed.onReload(() => void this.advance());
    void this.advance();
  }

  /**
   * Follows from now on: what is loaded already is no news.
   *
   * @throws {UserError} `too_many_follows`, `follow_too_short`, `not_kept`
   */
  add(wanted: Omit<Follow, 'id' | 'created'>): Promise<Follow> {
    const { store } = this.parts;
    return this.inOrder(async () => {
      if (wanted.kind === 'words' && !wordsOf(wanted.what).some(({ length }) => length > 1))
        throw new UserError('follow_too_short', 'Words to follow should have two characters at least.');
      const follows = await store.follows.all();
      const beside = follows.filter(({ server, user }) => (wanted.user === null ? server === wanted.server : user === wanted.user));
      if (beside.length >= MOST_FOLLOWS)
        throw new UserError('too_many_follows', `At most ${MOST_FOLLOWS} things can be followed.`, { max: MOST_FOLLOWS });
      if (follows.length === 0) await this.lookAtAll();
      return store.follows.add(wanted);
    });
  }

  /** Plans what is new for the follows, and posts what is planned. Never fails: what cannot be done now is done the next time. */
  async advance(): Promise<void> {
    if (this.stopped) return;
    const { log } = this.parts;
    await this.inOrder(() => this.plan()).catch((error: unknown) => log.warn({ err: error }, 'follows: nothing could be planned'));
    const posting = this.posting.then(() => this.post());
    this.posting = posting.catch((error: unknown) => log.warn({ err: error }, 'follows: nothing could be posted'));
    await this.posting;
  }

  /** Begins no further post; resolves when the one under way is through. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.allSettled([this.planning, this.posting]);
  }

  /** One after the other: a reload during an addition is planned when that is through. */
  private inOrder<T>(work: () => Promise<T>): Promise<T> {
    const next = this.planning.then(work);
    this.planning = next.catch(() => undefined);
    return next;
  }

  /** Nobody follows anything yet: all that is loaded is known. In several transactions, of which the follow itself is the last. */
  private async lookAtAll(): Promise<void> {
    const { store, feed } = this.parts;
    const state = feed.current();
    const { files } = state;
    this.planned = null;
    await store.follows.forget();
    const articles = await printed(state.articlesOf(new Set(files.keys())));
    for (let at = 0; at < articles.length; at += WRITTEN) {
      await store.follows.remember({ files: [], gone: [], articles: articles.slice(at, at + WRITTEN).map(({ seen }) => seen) });
      await new Breather().pause();
    }
    await store.follows.remember({ files: [...files].map(([file, { sha256 }]) => ({ file, sha256 })), gone: [], articles: [] });
    this.planned = files;
  }

  private async plan(): Promise<void> {
    const { store, feed } = this.parts;
    const follows = await store.follows.all();
    if (follows.length === 0) return;
    const state = feed.current();
    const { files } = state;
    const { added, changed, removed } = await new Breather().run(changesBetween(this.planned ?? (await store.follows.files()), files, []));
    const touched = [...added, ...changed];
    if (touched.length + removed.length === 0) return;
    const looked = touched.length === 0 ? [] : await printed(state.articlesOf(new Set(touched)));
    const known = await store.follows.known(
      looked.map(({ seen }) => seen.id),
      looked.map(({ seen }) => seen.hash),
    );
    const index = new FollowIndex(follows);
    const breather = new Breather();
    const found = new Map<number, StoredArticle[]>();
    const articles: SeenArticle[] = [];
    for (const { stored, seen } of looked) {
      const before = known.byId.get(seen.id);
      // Corrected a little: the first words stay what is compared with, or many small steps would never be news.
      if (before && !isSubstantial(before, seen)) continue;
      articles.push(seen);
      // The same words under another id: a file that was renamed, or came back.
      if (known.hashes.has(seen.hash)) continue;
      known.hashes.add(seen.hash);
      for (const { id } of index.fitting(stored)) file(found, id, stored);
      await breather.pause();
    }
    const shas = touched.map((file) => ({ file, sha256: files.get(file)!.sha256 }));
    await store.follows.plan({ files: shas, gone: removed, articles }, await this.postsOf(found));
    this.planned = files;
  }

  /** The newest articles first, as many as the day has room for. */
  private async postsOf(found: ReadonlyMap<number, StoredArticle[]>): Promise<PlannedPost[]> {
    const today = await this.parts.store.follows.quotesSince(new Date(this.now().getTime() - DAY_MS).toISOString());
    return [...found].flatMap(([follow, stored]) => {
      const left = Math.max(0, this.perDay - (today.get(follow) ?? 0));
      const byDay = stored
        .map(({ article }) => ({ id: article.id, day: dayOf(article) ?? '' }))
        .sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1));
      const ids = byDay.slice(0, left).map(({ id }) => id);
      const posts: PlannedPost[] = [];
      for (let at = 0; at < ids.length; at += TOGETHER)
        posts.push({ follow, articles: ids.slice(at, at + TOGETHER), more: at + TOGETHER < ids.length ? 0 : stored.length - ids.length });
      return posts;
    });
  }

  private async post(): Promise<void> {
    const { store, log } = this.parts;
    for (const planned of await store.follows.unposted()) {
      if (this.stopped) return;
      const follow = await store.follows.find(planned.follow);
      if (!follow) continue;
      try {
        await this.postOne(follow, planned);
      } catch (error) {
        log.warn({ err: error, follow: follow.id }, 'follows: not posted yet');
      }
    }
  }

  private async postOne(follow: Follow, { id, articles, more, plannedAt }: UnpostedPost): Promise<void> {
    const { store, feed, deliver, log } = this.parts;
    const found = await feed.current().articles(articles);
    const results = found.flatMap((stored) => quoteFor(follow, stored) ?? []);
    // None: taken away again, or told otherwise, before it could be posted.
    if (results.length > 0 && !this.sent.has(id)) {
      const outcome = await deliver({ follow, results, more, key: `${id} ${plannedAt}` });
      if (outcome === 'gone') {
        await store.follows.end(follow.id);
        log.info({ follow: follow.id, channel: follow.channel }, 'a follow has ended: nobody can be told there any more');
        return;
      }
      this.sent.add(id);
    }
    await store.follows.posted(id);
    this.sent.delete(id);
  }
}

/** Articles with the fingerprints of their words, pausing now and then. */
async function printed(all: readonly StoredArticle[]): Promise<{ stored: StoredArticle; seen: SeenArticle }[]> {
  const breather = new Breather();
  const found = [];
  for (const stored of all) {
    found.push({ stored, seen: { id: stored.article.id, ...fingerprintOf(stored.folded) } });
    await breather.pause();
  }
  return found;
}
