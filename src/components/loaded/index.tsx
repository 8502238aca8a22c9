import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { formatMoment } from '@/domain/basics/civil-time';
import { errorWords } from '@/domain/wording/errors';
import { AppError } from '@/services/app-error';
import { atDesk } from '@/services/desk';
import { serverNow } from '@/services/server-clock';
import type { Me } from '@/services/views';
import { lastRead, type PageData } from '@/hooks/use-page-data';
import { Blank, type BlankProps } from '../blank';
import { Note } from '../note';
import { Skeleton } from '../skeleton';
import { TextButton, type ButtonProps } from '../button';

/** 政务服务便民热线. */
const HOTLINE = '12345';

interface LoadedProps<T> {
  readonly page: PageData<T>;
  readonly children: (data: T) => ReactNode;
  readonly isEmpty?: (data: T) => boolean;
  /** Why there is nothing, and one next step. */
  readonly empty?: Omit<BlankProps, 'kind'>;
  /** Shaped like the content; two cards unless given. */
  readonly skeleton?: ReactNode;
}

/** One of 等, 错, 断网, 空, or the content. Old content stays on the screen when a reading fails. */
export function Loaded<T>({ page, children, isEmpty, empty, skeleton }: LoadedProps<T>): ReactNode {
  const again = { text: '再试一次', icon: 'refresh' as const, onTap: () => void page.reload() };
  if (page.data !== undefined) {
    return (
      <>
        {page.state === 'error' ? <Note tone="bad" title="新的没读到" said="alert"><View>{`先给您看${page.staleAt === undefined ? '之前' : `${formatMoment(page.staleAt, Date.now())} `}的内容`}</View><TextButton text="再试一次" icon="refresh" onTap={again.onTap} /></Note> : null}
        {empty !== undefined && isEmpty?.(page.data) === true ? <Blank kind="empty" {...empty} /> : children(page.data)}
      </>
    );
  }
  switch (page.state) {
    case 'error':
      return <Blank kind="error" title="没打开" line={whyNot(page.error)} action={again} number={page.error instanceof AppError ? page.error.ref : undefined} second={callForHelp()} />;
    case 'offline':
      return <Blank kind="offline" title="现在没有网" line="这一页以前没打开过，有网了再看" action={again} second={callForHelp()} />;
    case 'loading':
    case 'ready':
      return skeleton ?? <Skeleton onRetry={again.onTap} />;
  }
}

/** The village's phone where this phone has ever read it; before that the hotline every county answers. */
function callForHelp(): ButtonProps {
  const number = lastRead<Me>('me')?.helpPhone;
  return { text: number === undefined ? `打 ${HOTLINE}` : '打村里电话', icon: 'phone', onTap: () => void Taro.makePhoneCall({ phoneNumber: number ?? HOTLINE }).catch(() => undefined) };
}

/** A refusal says what it is; for a failure waiting is all there is to do. */
function whyNot(error: unknown): string {
  const refused = error instanceof AppError && !error.isPassing && error.code !== 'INTERNAL';
  return refused ? errorWords(error.code, error.data, serverNow()) : `不是您${atDesk() ? '电脑' : '手机'}的问题，等一会儿再试`;
}
