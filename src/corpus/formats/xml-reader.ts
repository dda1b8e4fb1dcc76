import { createRequire } from 'node:module';
import type * as Htmlparser2 from 'htmlparser2';
import { refusal, Unreadable } from '../refusal.ts';

/** Deeper documents are none that a program for people writes; the parser's stack costs what it is deep. */
const DEEPEST = 300;

export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/**
 * Goes through an XML document, forgiving what is not well-formed. Only the five entities of XML and numbers are decoded: what a
 * document declares itself is never expanded, and nothing outside it is fetched.
 *
 * @throws {Unreadable} where it nests without end
 */
export function readXml(xml: string, handler: XmlHandler): void {
  const { Parser } = createRequire(import.meta.url)('htmlparser2') as typeof Htmlparser2;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > DEEPEST) throw new Unreadable(refusal('nested-too-deep'));
        handler.open(name, attributes);
      },
      ontext: (text) => handler.text(text),
      onclosetag(name) {
        depth--;
        handler.close(name);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
}
