import type { UserConfigExport } from '@tarojs/cli';

/** The local server that answers /fn and keeps /files while the phone's pages are being written. */
const target = process.env.LOCAL_SERVER ?? 'http://127.0.0.1:3210';

const dev: UserConfigExport<'webpack5'> = {
  mini: {},
  h5: {
    devServer: {
      port: 10086,
      open: false,
      proxy: { '/fn': { target, changeOrigin: true }, '/files': { target, changeOrigin: true } },
    },
  },
};

export default dev;
