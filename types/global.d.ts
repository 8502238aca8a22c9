/// <reference types="@tarojs/taro" />
declare module '*.css';
declare module '*.scss';
declare module '*.png';

declare namespace NodeJS {
  interface ProcessEnv {
    NODE_ENV: 'development' | 'production';
    TARO_ENV: 'weapp' | 'h5';
  }
}
