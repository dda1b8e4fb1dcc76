import type { ServerResponse } from 'node:http';
import type { Fields } from './types.ts';

/** A file that is sent along with a message, or chosen for an option. */
export interface LocalFile {
  name: string;
  content: string | Uint8Array;
  type?: string | undefined;
  /** What is told of its size, where that is not true. */
  size?: number;
  /** What is told of its address, where that is not true. */
  url?: string;
}

const PATH = /^\/attachments\/(\d+)\/[^/]+$/;

/** The files of the loopback, in place of Discord's CDN: each under an address of its own. */
export class Attachments {
  private readonly files = new Map<string, LocalFile>();
  /** Where they are served: `http://127.0.0.1:PORT`, once that is known. */
  origin = '';

  /** Keeps a file. @returns the attachment as Discord describes it */
  add(id: string, file: LocalFile): Fields {
    this.files.set(id, file);
    const url = file.url ?? `${this.origin}/attachments/${id}/${encodeURIComponent(file.name)}`;
    return {
      id,
      filename: file.name,
      size: file.size ?? Buffer.byteLength(file.content),
      url,
      proxy_url: url,
      ...(file.type === undefined ? {} : { content_type: file.type }),
    };
  }

  /** What an attachment holds. */
  read(id: string): Buffer | null {
    const file = this.files.get(id);
    return file ? Buffer.from(file.content as string) : null;
  }

  /** Sends the file that a path names; false where it names none. Always as a download: nothing that was sent becomes a page. */
  serve(path: string, response: ServerResponse): boolean {
    const content = this.read(PATH.exec(path)?.[1] ?? '');
    if (!content) return false;
    response.writeHead(200, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': content.length,
      'Content-Disposition': 'attachment',
      'X-Content-Type-Options': 'nosniff',
    });
    response.end(content);
    return true;
  }
}
