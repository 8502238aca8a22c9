/** The timer's function: every minute what fell due, and now and then WeChat's verdict on a file. No phone can call it. */
import { cloudHost } from '@platform/cloudbase/host';
import type { Host } from '@platform/serve';
import { clockMain } from './clock-main';

export const main = clockMain((): Promise<Host> => cloudHost());
