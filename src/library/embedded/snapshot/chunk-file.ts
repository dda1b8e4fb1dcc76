import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Breather } from '../../../steps/breather.ts';

/**
 * A file of values, one after the other: each its length (4 bytes, little-endian), the SHA-256 of its bytes, and its
 * bytes as `v8.serialize` writes them. An empty one ends the file, so that a file that was cut off is not taken for
 * whole.
 */
const HEAD = 4 + 32;

/** The file is damaged, or is no such file. */
export class Damaged extends Error {}

/** Containers that share a folder have the same ids of processes, but names of their own. */
const HOST = hostname().replace(/[^A-Za-z0-9]/g, '_');
/** A file that is being written changes all the time: one that has not changed for so long is left. In ms. */
const LEFT_MS = 3_600_000;

/** Whether nobody is going to finish a file: its writer, in its name, is gone from this machine, or it has not been written to for long. */
async function isLeft(aside: string): Promise<boolean> {
  const info = await stat(aside).catch(() => null);
  if (!info || Date.now() - info.mtimeMs > LEFT_MS) return true;
  const [, host, pid] = /\.(\w+)-(\d+)-[0-9a-f]+$/.exec(aside) ?? [];
  return host === HOST && !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // There is one, of another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Values on their way into a file that takes its name only when it is complete. */
export class ChunkWriter {
  private constructor(
    private readonly handle: FileHandle,
    private readonly file: string,
    private readonly aside: string,
  ) {}

  /** @throws as the file system does */
  static async create(file: string): Promise<ChunkWriter> {
    const folder = path.dirname(file);
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(folder))
      if (name.startsWith(`${path.basename(file)}.`) && (await isLeft(path.join(folder, name))))
        await rm(path.join(folder, name), { force: true });
    const aside = `${file}.${HOST}-${process.pid}-${randomBytes(4).toString('hex')}`;
    return new ChunkWriter(await open(aside, 'wx'), file, aside);
  }

  async write(value: unknown): Promise<void> {
    await this.bytes(serialize(value));
  }

  /** Ends the file and puts it in place of an older one. */
  async finish(): Promise<void> {
    await this.bytes(Buffer.alloc(0));
    await this.handle.sync();
    await this.handle.close();
    await rename(this.aside, this.file);
  }

  /** Gives up: an older file stays as it was. */
  async abandon(): Promise<void> {
    await this.handle.close().catch(() => undefined);
    await rm(this.aside, { force: true }).catch(() => undefined);
  }

  private async bytes(bytes: Buffer): Promise<void> {
    const head = Buffer.alloc(HEAD);
    head.writeUInt32LE(bytes.length);
    createHash('sha256').update(bytes).digest().copy(head, 4);
    await this.handle.writev([head, bytes]);
  }
}

/**
 * The values of a file, each checked before it is looked at.
 *
 * @throws {Damaged} where a check fails, or the file ends before its end
 */
export async function* readChunks(handle: FileHandle, breather: Breather): AsyncGenerator<unknown> {
  for (;;) {
    const head = await exactly(handle, HEAD);
    const bytes = await exactly(handle, head.readUInt32LE());
    if (!createHash('sha256').update(bytes).digest().equals(head.subarray(4))) throw new Damaged('a checksum is wrong');
    if (bytes.length === 0) return;
    await breather.pause();
    yield deserialize(bytes);
    await breather.pause();
  }
}

/** Values are written in pieces far below this; a length above it was never written. In bytes. */
const LARGEST_CHUNK = 64 * 1024 * 1024;

async function exactly(handle: FileHandle, length: number): Promise<Buffer> {
  if (length > LARGEST_CHUNK) throw new Damaged('a length is wrong');
  const bytes = Buffer.allocUnsafe(length);
  for (let filled = 0; filled < length;) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled);
    if (bytesRead === 0) throw new Damaged('it breaks off');
    filled += bytesRead;
  }
  return bytes;
}
