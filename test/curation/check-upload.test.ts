import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnnounced, checkContent, MOST_UPLOADED } from '../../src/curation/check-upload.ts';
import { isOurs } from '../../src/discord/incoming/upload.ts';

const refused = (code: string) => expect.objectContaining({ name: 'UserError', code }) as Error;

describe('what is told of a file', () => {
  it.each([
    null,
    'text/plain',
    'text/plain; charset=utf-8',
    'text/markdown',
    'application/json',
    'application/x-ndjson',
    'application/octet-stream',
    'text/html; charset=utf-8',
    'text/csv',
    'application/rss+xml',
  ])('may be %s', (type) => {
    expect(() => checkAnnounced({ name: 'a.txt', size: MOST_UPLOADED, type })).not.toThrow();
  });
  it.each(['image/png', 'video/mp4', 'application/zip', 'application/pdf', 'application/x-msdownload'])('may not be %s', (type) => {
    expect(() => checkAnnounced({ name: 'a.txt', size: 9, type })).toThrow(refused('upload_type'));
  });
  it('may be what the name says', () => {
    expect(() => checkAnnounced({ name: 'a.PDF', size: 9, type: 'application/pdf' })).not.toThrow();
  });
  it('may not be too large, nor empty', () => {
    expect(() => checkAnnounced({ name: 'a.txt', size: MOST_UPLOADED + 1, type: null })).toThrow(refused('upload_too_large'));
    expect(() => checkAnnounced({ name: 'a.txt', size: 104_857_600, type: null })).toThrow('100.0 MB');
    expect(() => checkAnnounced({ name: 'a.txt', size: 0, type: null })).toThrow(refused('upload_empty'));
  });
});

describe('what a file holds', () => {
  it('may be any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(() => checkContent('a.txt', Buffer.from(`新${text}`))).not.toThrow();
      }),
    );
    expect(() => checkContent('a.txt', Buffer.from('<新闻> 会议指出'))).not.toThrow();
  });
  it('may not be packed', () => {
    for (const packed of [
      gzipSync('a'),
      Buffer.from('PK\u0003\u0004…', 'latin1'),
      Buffer.from('%PDF-1.4'),
      Buffer.from('Rar!\x1a'),
      Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a]),
    ]) {
      expect(() => checkContent('a.txt', packed)).toThrow(refused('upload_packed'));
    }
  });
  it('may be packed or made for print where its name says so', () => {
    expect(() => checkContent('a.jsonl.gz', gzipSync('a'))).not.toThrow();
    expect(() => checkContent('a.DOCX', Buffer.from('PK\u0003\u0004…', 'latin1'))).not.toThrow();
    expect(() => checkContent('a.pdf', Buffer.from('%PDF-1.4'))).not.toThrow();
    expect(() => checkContent('a.pdf', gzipSync('a'))).toThrow(refused('upload_packed'));
  });
  it.each(['<!DOCTYPE html><p>新闻', '<?xml version="1.0"?><rss>'])('may be %s', (page) => {
    expect(() => checkContent('a.html', Buffer.from(page))).not.toThrow();
  });
  it('may not be larger than was allowed, whatever was told', () => {
    expect(() => checkContent('a.txt', Buffer.alloc(MOST_UPLOADED, 'a'))).not.toThrow();
    expect(() => checkContent('a.txt', Buffer.alloc(MOST_UPLOADED + 1, 'a'))).toThrow(refused('upload_too_large'));
  });
});

describe('where a file is fetched from', () => {
  const LOCAL = 'http://127.0.0.1:8080/api';
  it.each([
    ['https://cdn.discordapp.com/attachments/1/2/a.txt?ex=1', null],
    ['https://media.discordapp.net/a.txt', LOCAL],
    ['http://127.0.0.1:8080/attachments/1/a.txt', LOCAL],
  ])('may be %s', (url, api) => {
    expect(isOurs(url, api)).toBe(true);
  });
  it.each([
    ['http://cdn.discordapp.com/a.txt', null],
    ['https://cdn.discordapp.com:8443/a.txt', null],
    ['https://cdn.discordapp.com.evil.example/a.txt', null],
    ['https://evil.example/cdn.discordapp.com', null],
    ['https://user:pass@cdn.discordapp.com/a.txt', null],
    ['https://cdn.discordapp.com@evil.example/a.txt', null],
    ['file:///etc/passwd', LOCAL],
    ['data:text/plain,a', LOCAL],
    ['not an address', LOCAL],
    ['', LOCAL],
    ['http://127.0.0.1:8080/a.txt', null],
    ['http://127.0.0.1:8081/a.txt', LOCAL],
    ['http://localhost:8080/a.txt', LOCAL],
    ['http://169.254.169.254/latest', LOCAL],
    ['http://10.0.0.1/a.txt', 'http://10.0.0.1/api'],
    ['https://127.0.0.1:8080/a.txt', LOCAL],
  ])('may not be %s', (url, api) => {
    expect(isOurs(url, api)).toBe(false);
  });
});
