import { describe, expect, it } from 'vitest';
import type { Library } from '../../src/library.ts';
import { ProgressReport } from '../../src/discord/outgoing/progress.ts';
import { fakeLibrary } from './fakes.ts';
import { wholeBot } from './start-bot.ts';
import { until } from '../until.ts';

describe('ProgressReport', () => {
  it('tells now and then, one edit at a time, and nothing at the end', async () => {
    let time = 0;
    const told: number[] = [];
    let finish = () => {};
    const report = new ProgressReport(
      (done) => {
        told.push(done);
        return new Promise<void>((resolve) => {
          finish = resolve;
        });
      },
      () => time,
    );
    report.report(1, 10);
    time = 2500;
    report.report(2, 10);
    time = 9000;
    report.report(3, 10);
    expect(told).toEqual([2]);
    const settled = report.settle();
    finish();
    await settled;
    report.report(10, 10);
    expect(told).toEqual([2]);
    report.report(4, 10);
    expect(told).toEqual([2, 4]);
    finish();
  });

  it('does not mind an edit that fails', async () => {
    let time = 0;
    const report = new ProgressReport(
      () => Promise.reject(new Error('gone')),
      () => time,
    );
    time = 3000;
    report.report(1, 2);
    await expect(report.settle()).resolves.toBeUndefined();
  });
});

it('a long reload tells how far it is, then what came of it', async () => {
  const library = fakeLibrary();
  const reload: Library['reload'] = async (progress) => {
    for (let done = 0; done < 31; done++) {
      progress?.(done, 1000);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return fakeLibrary().reload();
  };
  const { discord } = await wholeBot({ library: { ...library, reload }, settings: { operatorGuildIds: ['100000000000000001'] } });
  const seen: string[] = [];
  discord.state.changes.on('message', ({ content }) => {
    seen.push(content);
  });
  const { message } = await discord.slash({
    command: 'reload',
    user: { id: '300000000000000001', name: '管理员', permissions: 1n << 40n },
  });
  await until(() => message!.content.includes('已重新载入'));
  expect(seen.filter((content) => /正在重新载入：已读 \d+ \/ 1000 篇/.test(content))).toHaveLength(1);
  expect(seen.at(-1)).toContain('已重新载入');
}, 15_000);
