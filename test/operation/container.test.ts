/** The image, its compose file and the workflow of a release, as far as they can be read: no engine runs them here. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const dockerfile = read('Dockerfile');
/** What the last stage says: the image itself. */
const image = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));

describe('compose.yaml', () => {
  const { services, volumes } = parse(read('compose.yaml')) as {
    services: { zhaiyin: Record<string, unknown> & { volumes: string[]; environment: Record<string, string> } };
    volumes: Record<string, unknown>;
  };
  const { zhaiyin } = services;

  it('gives the container no more than it needs', () => {
    expect(zhaiyin).toMatchObject({
      read_only: true,
      tmpfs: ['/tmp'],
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      restart: 'unless-stopped',
    });
    expect(zhaiyin).not.toHaveProperty('privileged');
    // As the image says: not root.
    expect(zhaiyin).not.toHaveProperty('user');
    expect(zhaiyin).not.toHaveProperty('ports');
  });

  it('leaves time to end what is under way', () => {
    const seconds = Number(/^SHUTDOWN_SECONDS=(\d+)/m.exec(read('.env.example'))![1]);
    expect(parseInt(String(zhaiyin['stop_grace_period']))).toBeGreaterThan(seconds);
  });

  it('keeps what is written in volumes that it declares, where the settings say', () => {
    const { CORPUS_DIR, DATA_DIR, CACHE_DIR } = zhaiyin.environment;
    expect(zhaiyin.volumes).toEqual([`\${ARTICLES:-./seeds}:${CORPUS_DIR}`, `data:${DATA_DIR}`, `cache:${CACHE_DIR}`]);
    expect(Object.keys(volumes)).toEqual(['data', 'cache']);
  });

  it('watches its health where the bot tells it', () => {
    // The check is the image's; compose does not switch it off.
    expect(zhaiyin).not.toHaveProperty('healthcheck');
    expect(image).toMatch(/^HEALTHCHECK .*\\\n {2}CMD \["node", .*process\.env\.METRICS_PORT\+'\/health'/m);
    expect(zhaiyin.environment).toHaveProperty('METRICS_PORT');
  });
});

describe('the image', () => {
  it('is not run as root, and runs Node itself', () => {
    expect([...image.matchAll(/^USER (.*)$/gm)].map((match) => match[1])).toEqual(['node']);
    expect(image).toMatch(/\nCMD \["node", "--import", "tsx", "src\/main\.ts"\]\n$/);
  });

  it('is built from what .dockerignore lets through', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap((match) => match[1]!.split(' '));
    const allowed = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    expect(copied.sort()).toEqual(allowed.sort());
  });

  it('has a health check that fails where nothing answers', () => {
    const [, script] = /CMD \["node", "-e", "(.*)"\]/.exec(image)!;
    const check = () => execFileSync(process.execPath, ['-e', script!], { env: { ...process.env, METRICS_PORT: '1' }, stdio: 'pipe' });
    expect(check).toThrow(expect.objectContaining({ status: 1 }) as Error);
  });
});

describe('a release', () => {
  interface Job {
    needs?: string;
    steps: { uses?: string; run?: string; with?: Record<string, unknown> }[];
  }
  const { on, permissions, jobs } = parse(read('.github/workflows/release.yml')) as {
    on: unknown;
    permissions: unknown;
    jobs: { check: Job; publish: Job };
  };

  it('is a tag, checked before anything is published', () => {
    expect(on).toEqual({ push: { tags: ['v*'] } });
    expect(permissions).toEqual({ contents: 'write', packages: 'write' });
    expect(jobs.check.steps.at(-1)?.run).toBe('bash .ci/run');
    expect(jobs.publish.needs).toBe('check');
  });

  it('publishes the image and a release', () => {
    const build = jobs.publish.steps.find(({ uses }) => uses?.startsWith('docker/build-push-action@'));
    expect(build?.with).toMatchObject({ push: true, tags: expect.stringContaining(':${{ github.ref_name }}') as string });
    expect(jobs.publish.steps.at(-1)?.run).toMatch(/^gh release create .*--notes-file notes\.md$/);
  });

  it('has the part of its version in CHANGELOG.md as notes, and none without', () => {
    const { run } = jobs.publish.steps.find((step) => step.run?.includes('awk'))!;
    const notes = (version: string) =>
      execFileSync('bash', ['-ec', run!.replace(/> notes\.md\n[^]*/, '')], {
        env: { ...process.env, GITHUB_REF_NAME: version },
        encoding: 'utf8',
      });
    expect(notes('v0.1.0')).toMatch(/^## 0\.1\.0\n[^]*\n- /);
    expect(notes('v0.1.0').match(/^## /gm)).toHaveLength(1);
    expect(notes('v9.9.9')).toBe('');
    expect(run).toContain('test -s notes.md');
  });
});
