import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import attributes from './attributes.json';

/**
 * WeChat reads `aria-*` aloud, but Taro's base.wxml does not pass them on; this adds them to the components we use.
 * The build needs them in the template, the phone needs them in its own list (runtime.ts).
 */
export default function weappAria(ctx: IPluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: WeappPlatform) {
      if (platform.platform !== 'weapp') return;
      platform.template.mergeComponents(ctx, attributes);
      platform.runtimePath = [...[platform.runtimePath].flat(), path.resolve(__dirname, 'runtime.ts')];
    },
  });
}

interface WeappPlatform {
  readonly platform: string;
  readonly template: { mergeComponents(ctx: IPluginContext, patch: Record<string, Record<string, string>>): void };
  runtimePath: string | string[];
}
