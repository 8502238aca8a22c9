/** What a deployment asks of the CloudBase CLI (`tcb`, package @cloudbase/cli 2.x), and what it cannot be asked. */
import type { DeployPlan } from './plan';

export interface Step {
  readonly what: string;
  /** Arguments of `tcb`. */
  readonly args: readonly string[];
  /** Arguments of `tcb` whose output says that this is done already, when it holds all of `done`. */
  readonly unless?: { readonly args: readonly string[]; readonly done: readonly string[] };
}

/** @param values a digest of the variables' values, so that a new key is carried out although no bundle changed. */
export function stepsOf(plan: DeployPlan, envId: string, values: string): readonly Step[] {
  return [
    ...plan.functions.map(({ name, digest }): Step => ({
      what: `云函数 ${name}`,
      args: ['fn', 'deploy', name, '--force', '--yes', '-e', envId],
      unless: { args: ['fn', 'detail', name, '-e', envId], done: [`CUNLISHI_BUILD=${digest}`, `CUNLISHI_VALUES=${values}`] },
    })),
    ...plan.http.map(({ path, function: name }): Step => ({
      what: `HTTP 访问 ${path}`,
      args: ['service', 'create', '-p', path, '-f', name, '-e', envId],
      unless: { args: ['service', 'list', '-e', envId], done: [path] },
    })),
  ];
}

export interface Check {
  readonly what: string;
  readonly args: readonly string[];
  /** What the output has to hold. */
  readonly wants: RegExp;
  readonly otherwise: string;
}

/** What the CLI can see and not set: its command for it asks a person. */
export function checksOf(envId: string): readonly Check[] {
  return [
    {
      what: '云存储的权限',
      args: ['storage', 'get-acl', '-e', envId],
      wants: /ADMINONLY|仅管理端可读写/,
      otherwise: `云存储还对手机开着。运行 tcb storage set-acl -e ${envId}，选“仅管理端可读写”。`,
    },
  ];
}

/** What the CLI has no command for; done in the console once, from PLAN.md. */
export const BY_HAND = [
  '集合、索引和权限：按 PLAN.md 的“数据库”一节，在控制台逐个建好，权限都设“仅管理端可读写”。少一个索引，相应的页面会报错，不会变慢。',
  '云存储的生命周期：quarantine/ 下的文件一天后删除。',
  '微信消息推送：wxa_media_check 交给云函数 clock。',
] as const;
