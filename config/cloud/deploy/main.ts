/** `npm run deploy:plan` and `npm run deploy -- [--dry-run]`. Expects the functions built. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { carryOut, type Ran } from './carry-out';
import { planFiles } from './files';
import { deployPlan, type DeployPlan } from './plan';
import { BY_HAND, stepsOf } from './steps';

const EXIT = { done: 0, unfinished: 1, refused: 2 } as const;
const OUT = 'dist/deploy';
const CREDENTIALS = ['CLOUDBASE_ENV_ID', 'TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY'] as const;

process.exitCode = run(process.argv.slice(2));

function run(args: readonly string[]): number {
  const plan = deployPlan((name) => readFileSync(`dist/cloudfunctions/${name}/index.js`));
  mkdirSync(OUT, { recursive: true });
  for (const [name, content] of Object.entries(planFiles(plan))) writeFileSync(join(OUT, name), content);
  say(`计划在 ${OUT}/：PLAN.md 给人看，plan.json 给程序看，cloudbaserc.json 给 tcb 用。`);
  if (args.includes('plan')) return EXIT.done;
  if (args.includes('--dry-run')) return dryRun(plan);
  return deploy(plan);
}

function dryRun(plan: DeployPlan): number {
  const envId = process.env.CLOUDBASE_ENV_ID ?? '<CLOUDBASE_ENV_ID>';
  say('tcb login --apiKeyId … --apiKey …');
  for (const { args, unless } of stepsOf(plan, envId, '<values>')) {
    say(`tcb ${args.join(' ')}${unless === undefined ? '' : `    # 除非 tcb ${unless.args.join(' ')} 里已有 ${unless.done.join(' ')}`}`);
  }
  say(BY_HAND.map((line) => `# 手工：${line}`).join('\n'));
  return EXIT.done;
}

function deploy(plan: DeployPlan): number {
  const missing = [...CREDENTIALS, ...plan.secrets].filter((name) => !process.env[name]);
  if (missing.length > 0) {
    say(`还不能部署，缺环境变量：${missing.join('、')}。\n怎么取得见 docs/operations.md；只看会做什么：npm run deploy -- --dry-run`);
    return EXIT.refused;
  }
  if (tcb(['--version']).status !== 0) {
    say('还不能部署，这台机器上没有 tcb。装上它：npm install -g @cloudbase/cli@2（不要装进本项目）。');
    return EXIT.refused;
  }
  // What is not set is empty, or the CLI would deploy the placeholder itself.
  for (const name of plan.environment) process.env[name] ??= '';
  const values = valuesOf([...plan.secrets, ...plan.environment]);
  process.env.CUNLISHI_VALUES = values;
  const login = tcb(['login', '--apiKeyId', process.env.TENCENTCLOUD_SECRETID ?? '', '--apiKey', process.env.TENCENTCLOUD_SECRETKEY ?? '']);
  if (login.status !== 0) {
    say(`腾讯云不认这组密钥：\n${login.output.trim()}`);
    return EXIT.refused;
  }
  return carryOut(plan, { envId: process.env.CLOUDBASE_ENV_ID ?? '', values }, { tcb, say }) ? EXIT.done : EXIT.unfinished;
}

/** Tells one set of values from another, and nothing of them: the keys among them are 256 bits of chance. */
function valuesOf(names: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(names.map((name) => process.env[name]))).digest('hex').slice(0, 12);
}

/** In the plan's folder, where the CLI finds its cloudbaserc.json. */
function tcb(args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync('tcb', args, { cwd: OUT, encoding: 'utf8' });
  return { status: status ?? 1, output: `${stdout ?? ''}${stderr ?? ''}` };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
