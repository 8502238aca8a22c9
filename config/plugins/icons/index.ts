import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';

/** Fills `src/styles/icons.css` with one class a drawing of `src/styles/icons/`, on both targets. */
export default function icons(ctx: IPluginContext): void {
  ctx.modifyWebpackChain(({ chain }) => {
    chain.module
      .rule('icons')
      .test(/[\\/]styles[\\/]icons\.css$/)
      .enforce('pre')
      .use('icons')
      .loader(path.resolve(__dirname, 'loader.cjs'));
  });
}
