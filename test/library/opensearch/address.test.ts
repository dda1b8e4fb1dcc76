import { describe, expect, it } from 'vitest';
import { nodesOf, prefixOf } from '../../../src/library/opensearch/address.ts';
import { shortly } from '../../../src/library/opensearch/engine.ts';

describe('the address of a cluster', () => {
  it('may be several nodes', () => {
    expect(nodesOf('https://a:9200, https://b:9200')).toEqual(['https://a:9200', 'https://b:9200']);
  });

  it('is without TLS on this machine only', () => {
    for (const url of ['http://127.0.0.1:9200', 'http://localhost:9200', 'http://[::1]:9200']) expect(nodesOf(url)).toEqual([url]);
    for (const url of ['http://search-1:9200', 'http://127.0.0.1.example.org', 'https://a,http://10.0.0.7:9200'])
      expect(() => nodesOf(url)).toThrow(/another machine.*Use https/);
  });

  it('holds no password, which the sentence about it does not repeat', () => {
    expect(() => nodesOf('https://user:geheim@a:9200')).toThrow(/OPENSEARCH_PASSWORD/);
    expect(() => nodesOf('https://user:geheim@a:9200')).not.toThrow(/geheim/);
  });

  it('is refused in a sentence where it is none', () => {
    for (const url of ['', 'search-1', 'ftp://search-1']) expect(() => nodesOf(url)).toThrow(/^OPENSEARCH_URL/);
    for (const prefix of ['', '*', 'News', '-x', 'a,b']) expect(() => prefixOf(prefix)).toThrow(/OPENSEARCH_PREFIX/);
  });
});

describe('an error of the client', () => {
  it('is told without what was asked or who asked', () => {
    const error = Object.assign(new Error('search: 王毅 secret'), {
      name: 'ResponseError',
      statusCode: 403,
      body: { error: { type: 'security_exception', reason: 'no permissions for user secret' } },
      meta: { connection: { headers: { authorization: 'Basic c2VjcmV0' } } },
    });
    expect(shortly(error)).toBe('ResponseError 403 security_exception');
  });
});
