import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import dev from './dev';
import prod from './prod';

/** Published as ES2020 or later; a phone's web view may be older, so these are transpiled with our own code. */
const newerThanPhones = /node_modules[\\/](zod|@orpc|chinese-days|@standard-schema|uqr)[\\/]/;
const plugin = (name: string) => path.resolve(__dirname, 'plugins', name);

/**
 * Sizes are real px (tokens.css says why), so the px transform is off on both targets.
 * The dependencies' prebundle is off because it doubles the package.
 */
const base: UserConfigExport<'webpack5'> = {
  projectName: 'cunlishi',
  date: '2026-11-23',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: process.env.CUNLISHI_OUT ?? `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [plugin('icons/index.ts'), plugin('weapp-aria/index.ts')],
  alias: { '@': path.resolve(__dirname, '..', 'src') },
  mini: {
    compile: { include: [(file: string) => newerThanPhones.test(file)] },
    postcss: { pxtransform: { enable: false }, cssModules: { enable: false } },
    optimizeMainPackage: { enable: true },
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
  h5: {
    compile: { include: [(file: string) => newerThanPhones.test(file) || /node_modules[\\/](@tarojs|@stencil)[\\/]/.test(file)] },
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: { ignoreOrder: true, filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
    postcss: { pxtransform: { enable: false }, autoprefixer: { enable: true, config: {} }, cssModules: { enable: false } },
    webpackChain(chain) {
      chain.performance.hints(false);
      // Without a rule of its own, what two pages use is copied into both.
      chain.optimization.splitChunks({
        chunks: 'all',
        minSize: 20_000,
        cacheGroups: {
          react: { name: 'react', test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30, enforce: true },
          kit: { name: 'kit', test: /[\\/]src[\\/](components(?![\\/]desk[\\/])|hooks|services|styles)[\\/]/, minChunks: 2, priority: 25, enforce: true },
          rules: { name: 'rules', test: /[\\/]node_modules[\\/](zod|dayjs|chinese-days|@orpc)[\\/]/, priority: 20, enforce: true },
        },
      });
    },
  },
};

export default defineConfig<'webpack5'>((merge) => merge({}, base, process.env.NODE_ENV === 'development' ? dev : prod));
