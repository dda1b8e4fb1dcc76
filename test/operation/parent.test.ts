import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hasEnded, whenNpmEnds } from '../../src/operation/parent.ts';

/** The id of a process that has ended. */
async function past(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid!;
}

describe('hasEnded', () => {
  it('by another parent in its place, as on POSIX', () => {
    expect(hasEnded(process.pid, process.pid)).toBe(false);
    expect(hasEnded(process.pid, 1)).toBe(true);
  });

  it('by a parent of the same id that is no longer there, as on Windows', async () => {
    const pid = await past();
    expect(hasEnded(pid, pid)).toBe(true);
  });

  it('not by a parent that only may not be signalled', () => {
    const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error('not permitted'), { code: 'EPERM' });
    });
    expect(hasEnded(1, 1)).toBe(false);
    kill.mockRestore();
  });
});

describe('whenNpmEnds', () => {
  const parent = process.ppid;
  let current = parent;
  beforeEach(() => {
    vi.useFakeTimers();
    current = parent;
    vi.spyOn(process, 'ppid', 'get').mockImplementation(() => current);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it.each([
    ['start', 1],
    ['test', 0],
    [undefined, 0],
  ])('under npm’s script %s', (script, told) => {
    const end = vi.fn();
    whenNpmEnds(end, { npm_lifecycle_event: script });
    vi.advanceTimersByTime(2000);
    expect(end).not.toHaveBeenCalled();
    current = 1;
    vi.advanceTimersByTime(2000);
    expect(end).toHaveBeenCalledTimes(told);
  });
});
