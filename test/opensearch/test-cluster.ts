import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline';

const PROJECT = import.meta.dirname;
const MAIN = 'zhaiyin.TestCluster';
/** Heap of the one JVM that holds all nodes. */
const HEAP = '1g';

/** Whether this machine has what the test cluster is made with. */
export function hasJava(): boolean {
  return ['java', 'mvn'].every((tool) => {
    try {
      execFileSync(tool, ['-version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * A real OpenSearch cluster on 127.0.0.1: some nodes in one JVM (see TestCluster.java), with their data in a temporary folder.
 *
 * @example
 * const cluster = await TestCluster.start(3);
 * const client = new Client({ nodes: cluster.addresses() });
 * await cluster.kill(2);
 * await cluster.stop();
 */
export class TestCluster {
  readonly #child: ChildProcess;
  readonly #answers: AsyncIterator<string>;
  readonly #lines: Interface;
  readonly #folder: string;
  #nodes: (string | null)[] = [];

  private constructor(child: ChildProcess, folder: string) {
    this.#child = child;
    this.#folder = folder;
    this.#lines = createInterface({ input: child.stdout! });
    this.#answers = this.#lines[Symbol.asyncIterator]();
  }

  /** Compiles the Java side where it has changed, and starts so many nodes. @throws {Error} where one does not come up */
  static async start(nodes: number): Promise<TestCluster> {
    const classpath = path.join(PROJECT, 'target', 'classpath');
    const build = ['-q', '-B', '-f', PROJECT, 'compile', 'dependency:build-classpath', `-Dmdep.outputFile=${classpath}`];
    execFileSync('mvn', build, { stdio: ['ignore', 'ignore', 'inherit'] });
    const folder = mkdtempSync(path.join(tmpdir(), 'zhaiyin-cluster-'));
    const classes = [path.join(PROJECT, 'target', 'classes'), readFileSync(classpath, 'utf8').trim()].join(path.delimiter);
    // Warnings go to our standard error only where somebody wants to see them: nodes that are killed on purpose warn at length.
    const child = spawn('java', [`-Xmx${HEAP}`, '-cp', classes, MAIN, folder, String(nodes)], {
      stdio: ['pipe', 'pipe', process.env['CLUSTER_LOG'] ? 'inherit' : 'ignore'],
    });
    const cluster = new TestCluster(child, folder);
    await cluster.#answer('ready');
    return cluster;
  }

  /** Where the nodes that are up answer, in the order of their numbers. */
  addresses(): string[] {
    return this.#nodes.filter((address) => address !== null);
  }

  /** Ends a node, as a machine that is switched off would. */
  async kill(node: number): Promise<void> {
    await this.#order('kill', node);
  }

  /** Starts a node again on the data that it had; its port is another. */
  async restart(node: number): Promise<void> {
    await this.#order('start', node);
  }

  /** Ends all nodes and takes their data away. */
  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.stdin!.end();
    await ended;
    this.#lines.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #order(what: 'kill' | 'start', node: number): Promise<void> {
    this.#child.stdin!.write(`${what} ${node}\n`);
    await this.#answer(what);
  }

  async #answer(what: string): Promise<void> {
    const line: IteratorResult<string, unknown> = await this.#answers.next();
    if (line.done) throw new Error('the test cluster has ended; CLUSTER_LOG=1 shows what it says');
    const said = JSON.parse(line.value) as Record<string, (string | null)[]>;
    if (!said[what]) throw new Error(`the test cluster answered ${line.value}, not to ${what}`);
    this.#nodes = said[what];
  }
}
