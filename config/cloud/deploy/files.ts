/** The plan as files: for the CloudBase CLI, for a program, and for whoever signs it off. */
import type { DeployPlan, PlannedCollection, PlannedFunction } from './plan';

/** By file name. Nothing in them is secret: keys are names that the CLI fills in from its environment. */
export function planFiles(plan: DeployPlan): Readonly<Record<string, string>> {
  return {
    'cloudbaserc.json': json(cloudbaserc(plan)),
    'plan.json': json(plan),
    'PLAN.md': page(plan),
  };
}

function cloudbaserc({ runtime, functions, secrets, environment }: DeployPlan): object {
  const variables = Object.fromEntries([...secrets, ...environment, 'CUNLISHI_VALUES'].map((name) => [name, `{{env.${name}}}`]));
  return {
    version: '2.0',
    envId: '{{env.CLOUDBASE_ENV_ID}}',
    functionRoot: '../cloudfunctions',
    functions: functions.map(({ name, memoryMb, timeoutS, timers, digest }) => ({
      name,
      handler: 'index.main',
      runtime,
      memorySize: memoryMb,
      timeout: timeoutS,
      installDependency: false,
      envVariables: { ...variables, CUNLISHI_BUILD: digest },
      ...(timers.length === 0 ? {} : { triggers: timers.map((timer) => ({ name: timer.name, type: 'timer', config: timer.cron })) }),
    })),
  };
}

function page(plan: DeployPlan): string {
  return `# 部署计划

由 \`npm run deploy:plan\` 生成，照同一份清单；改清单，不改这一页。

## 云函数（${plan.runtime}）

| 函数 | 做什么 | 内存 MB | 时限 s | 定时 | 微信接口 | 版本 |
|---|---|---|---|---|---|---|
${plan.functions.map(functionRow).join('\n')}

## 数据库

每个集合的权限：**仅管理端可读写（ADMINONLY）**。手机端对任何集合都不能读也不能写；新建集合的默认权限不是这个，必须改。所有索引都不唯一。

| 集合 | 存什么 | 索引（名称：字段，顺序照抄） |
|---|---|---|
${plan.collections.map(collectionRow).join('\n')}

## 云存储

权限：**仅管理端可读写（ADMINONLY）**。手机上传凭票据，查看凭短时链接。
${plan.storage.expire.map(({ prefix, days }) => `生命周期：\`${prefix}\` 下的文件 ${days} 天后删除。`).join('\n')}

## HTTP 访问

${plan.http.length === 0 ? '无。' : plan.http.map(({ path, function: name }) => `- \`${path}\` → ${name}`).join('\n')}

## 要设的环境变量

密钥（从县里的保险柜取，不写进任何文件）：${plan.secrets.map((name) => `\`${name}\``).join('、')}
其他：${plan.environment.map((name) => `\`${name}\``).join('、')}
`;
}

function functionRow({ name, about, memoryMb, timeoutS, timers, openapi, digest }: PlannedFunction): string {
  return `| ${name} | ${about} | ${memoryMb} | ${timeoutS} | ${timers.map(({ cron }) => `\`${cron}\``).join(' ')} | ${openapi.join(' ')} | ${digest} |`;
}

function collectionRow({ name, about, indexes }: PlannedCollection): string {
  const shown = indexes.map((index) => `${index.name}: ${index.keys.map(({ field, direction }) => `${field} ${direction === 'asc' ? '↑' : '↓'}`).join(', ')}`);
  return `| ${name} | ${about} | ${shown.join('<br>')} |`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
