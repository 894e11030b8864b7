import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { validateWorkflow } from '@action-validator/core';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderWith, PROJECT } from '../support/folder.js';

const WORKFLOW = readFileSync(join(PROJECT, '.github', 'workflows', 'register.yml'), 'utf8');
const OF_PROJECT = readFileSync(join(PROJECT, '.github', 'workflows', 'project.yml'), 'utf8');
const GITLAB = readFileSync(join(PROJECT, '.gitlab-ci.yml'), 'utf8');

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly steps: readonly Step[];
}

const JOBS: Readonly<Record<string, Job>> = parse(WORKFLOW).jobs;
const STEPS = Object.entries(JOBS).flatMap(([job, { steps }]) =>
  steps.flatMap((step, index) =>
    step.run === undefined ? [] : [{ job, index, run: step.run, env: step.env ?? {} }],
  ),
);

/** GitLab's own schema of pipelines, as a tool that runs them locally brings it. */
const PIPELINE = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(
  JSON.parse(
    readFileSync(join(PROJECT, 'node_modules', 'gitlab-ci-local', 'src', 'schema', 'schema.json'), 'utf8'),
  ),
);

function faultsOf(pipeline: unknown): readonly unknown[] {
  return PIPELINE(pipeline) ? [] : (PIPELINE.errors ?? []);
}

/** A clean clone. */
function clone(): string {
  const cwd = join(folderWith({}), 'clone');
  execFileSync('git', ['clone', '-q', PROJECT, cwd]);
  return cwd;
}

/** A clean clone with what `npm ci` would put there, and a folder of programs that only write down how they were called. */
function installedClone(): { readonly cwd: string; readonly calls: string; readonly path: string } {
  const folder = folderWith({});
  const cwd = clone();
  symlinkSync(join(PROJECT, 'node_modules'), join(cwd, 'node_modules'));
  cpSync(join(PROJECT, 'dist', 'program'), join(cwd, 'dist', 'program'), { recursive: true });
  const calls = join(folder, 'calls.txt');
  const programs = join(folder, 'programs');
  mkdirSync(programs);
  for (const name of ['gh', 'curl']) {
    writeFileSync(join(programs, name), `#!/bin/sh\necho "${name} $*" >> '${calls}'\n`);
    chmodSync(join(programs, name), 0o755);
  }
  writeFileSync(
    join(programs, 'npx'),
    `#!/bin/sh\nshift\nexec '${process.execPath}' '${join(cwd, 'bin', 'scrutiny.js')}' "$@"\n`,
    {
      mode: 0o755,
    },
  );
  return { cwd, calls, path: `${programs}:${process.env['PATH'] ?? ''}` };
}

describe('the workflow for GitHub', () => {
  test('is one', () => {
    expect(validateWorkflow(WORKFLOW)).toMatchObject({ errors: [] });
    expect(validateWorkflow(OF_PROJECT)).toMatchObject({ errors: [] });
  });

  test('a workflow with a slip in it is reported, so this check can fail', () => {
    expect(validateWorkflow(WORKFLOW.replace('runs-on:', 'run-on:')).errors).not.toEqual([]);
  });

  test('may write nothing but comments', () => {
    const { permissions, jobs } = parse(WORKFLOW);
    expect(permissions).toEqual({ contents: 'read' });
    expect(jobs.check.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
    expect(jobs.papers.permissions).toBeUndefined();
    expect(WORKFLOW).not.toContain('pull_request_target');
  });

  test('leaves a stranger’s templates aside', () => {
    const papers = JOBS['papers']?.steps.find(({ run }) => run?.includes('report'));
    expect(papers?.env?.['TEMPLATES']).toMatch(
      /pull_request\.head\.repo\.fork && '--builtin-templates' \|\| ''/,
    );
    expect(papers?.run).toContain('$TEMPLATES');
  });

  test('every line that it runs does what it should, in a clean clone', () => {
    const { cwd, calls, path } = installedClone();
    const summary = join(cwd, 'summary.md');
    for (const { run, job } of STEPS) {
      // What `npm ci` puts there is there already (.ci/run does it), and an audit asks the registry.
      if (run === 'npm ci' || run.startsWith('npm audit')) continue;
      const env = {
        ...process.env,
        PATH: path,
        CI: '1',
        GITHUB_STEP_SUMMARY: summary,
        PULL_REQUEST: '7',
        TEMPLATES: '--builtin-templates',
      };
      const done = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', run], { cwd, env, encoding: 'utf8' });
      expect(done.status, `${job}: ${run}\n${done.stdout}${done.stderr}`).toBe(0);
    }
    expect(readFileSync(summary, 'utf8')).toContain('#');
    expect(readFileSync(calls, 'utf8')).toBe(
      'gh pr comment 7 --edit-last --create-if-none --body-file changes.md\n',
    );
    expect(readdirSync(join(cwd, 'out'))).toEqual([
      '2018-02-19-culture-and-community',
      '2018-03-26-culture-and-community',
    ]);
  });
});

describe('the audit of packages', () => {
  const [oldest = ''] = /20\.\d+/.exec(
    JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')).engines.node,
  ) ?? [''];

  test('stops no paper, and stops the project', () => {
    const audit = 'npm audit --omit=dev --audit-level=high';
    const ofRegister = parse(WORKFLOW).jobs.check.steps.find((step: Step) => step.run === audit);
    expect(ofRegister['continue-on-error']).toBe(true);
    expect(parse(GITLAB).audit).toMatchObject({ allow_failure: true, script: [audit] });
    expect(parse(OF_PROJECT).jobs.audit.steps.at(-1)).toEqual({ run: audit });
  });

  test('the project is tried on the oldest Node that package.json allows, and on each even one since', () => {
    expect(parse(OF_PROJECT).jobs.test.strategy.matrix.node).toEqual([oldest, '22', '24', '26']);
  });
});

describe('the pipeline for GitLab', () => {
  const jobs = parse(GITLAB);
  const scriptOf = (job: string): string => jobs[job].script.join('\n');

  test('is one', () => {
    expect(faultsOf(jobs)).toEqual([]);
  });

  test.each([
    ['a key that is no key of a job', { check: { ...jobs.check, scirpt: ['true'] } }],
    ['a word that is none of those for when a job runs', { check: { ...jobs.check, when: 'sometimes' } }],
    ['artefacts without a list of paths', { papers: { ...jobs.papers, artifacts: { paths: 'out' } } }],
  ])('a pipeline with %s is reported, so this check can fail', (_slip, changes) => {
    expect(faultsOf({ ...jobs, ...changes })).not.toEqual([]);
  });

  test('has jobs that belong to its stages', () => {
    const { stages, default: _common, variables: _variables, ...named } = jobs;
    expect(stages).toEqual(['check', 'papers']);
    expect(Object.keys(named)).toEqual(['check', 'audit', 'changes', 'papers']);
    for (const job of Object.values<Record<string, unknown>>(named)) expect(stages).toContain(job['stage']);
  });

  test('checks, says what moved and makes the papers, in a clean clone', () => {
    const { cwd, calls, path } = installedClone();
    const env = {
      ...process.env,
      PATH: path,
      CI: '1',
      COMMENT_TOKEN: 'secret',
      CI_API_V4_URL: 'https://gitlab.example.org/api/v4',
      CI_PROJECT_ID: '5',
      CI_MERGE_REQUEST_IID: '7',
      CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '6',
    };
    for (const job of ['check', 'changes', 'papers']) {
      const done = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', scriptOf(job)], {
        cwd,
        env,
        encoding: 'utf8',
      });
      expect(done.status, `${job}\n${done.stdout}${done.stderr}`).toBe(0);
    }
    expect(JSON.parse(readFileSync(join(cwd, 'gl-code-quality-report.json'), 'utf8'))).toEqual([]);
    expect(readFileSync(join(cwd, 'check.xml'), 'utf8')).toContain('failures="0"');
    expect(readFileSync(calls, 'utf8')).toContain(
      'https://gitlab.example.org/api/v4/projects/5/merge_requests/7/notes',
    );
    expect(existsSync(join(cwd, 'out', '2018-03-26-culture-and-community'))).toBe(true);
  });

  test('fails where the register has a problem, and keeps both reports of it', () => {
    const { cwd, path } = installedClone();
    writeFileSync(join(cwd, 'data', 'meetings', 'wrong.yaml'), 'date: soon\npanel: nobody\n');
    const env = { ...process.env, PATH: path, CI: '1' };
    const done = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', scriptOf('check')], {
      cwd,
      env,
      encoding: 'utf8',
    });
    expect(done.status).not.toBe(0);
    expect(JSON.parse(readFileSync(join(cwd, 'gl-code-quality-report.json'), 'utf8'))).not.toEqual([]);
    expect(readFileSync(join(cwd, 'check.xml'), 'utf8')).toContain('<failure');
  });
});

describe('the hooks for pre-commit', () => {
  const hooks: readonly Readonly<Record<string, unknown>>[] = parse(
    readFileSync(join(PROJECT, '.pre-commit-hooks.yaml'), 'utf8'),
  );

  test.each(hooks)(
    '$id has what pre-commit asks for, and its command can be run',
    ({ id, name, entry, language, pass_filenames }) => {
      expect([id, name, language, pass_filenames]).toEqual([
        expect.any(String),
        expect.any(String),
        'node',
        false,
      ]);
      const cwd = clone();
      const argv = String(entry).split(' ').slice(1);
      const done = spawnSync(process.execPath, [join(PROJECT, 'bin', 'scrutiny.js'), ...argv], {
        cwd,
        encoding: 'utf8',
      });
      expect(done.stdout).toBe('No problems in 7 files.\n');
      expect(
        execFileSync('git', ['status', '--porcelain', '--untracked-files=no'], { cwd, encoding: 'utf8' }),
      ).toBe('');
    },
  );
});

describe('the Dockerfile', () => {
  const lines = readFileSync(join(PROJECT, 'Dockerfile'), 'utf8').split('\n');

  test('ends as an ordinary user, with scrutiny as its command', () => {
    expect(lines.findLast((line) => line.startsWith('USER'))).toBe('USER node');
    expect(lines).toContain('ENTRYPOINT ["scrutiny"]');
    expect(lines.findIndex((line) => line.startsWith('USER'))).toBeGreaterThan(
      lines.findLastIndex((line) => line.startsWith('RUN')),
    );
  });

  test('fetches nothing but base images and npm packages', () => {
    expect(lines.filter((line) => /\b(?:curl|wget|apt-get|ADD)\b/.test(line))).toEqual([]);
  });
});
