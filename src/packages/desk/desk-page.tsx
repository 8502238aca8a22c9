import type { ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { DesktopShell } from '@/components/desk/desktop-shell';
import { useMe } from '@/hooks/use-me';
import { useLeaveDesk } from '@/hooks/use-leave-desk';
import { useWide } from '@/hooks/use-wide';
import { atDesk } from '@/services/desk';
import { dutiesOf, placeOf } from './desks';
import { menuOf, openEntry, type DeskKey } from './menu';
import './desk.scss';

interface DeskPageProps {
  readonly title: string;
  /** The menu entry this page belongs to. */
  readonly at: DeskKey;
  readonly children: ReactNode;
  readonly line?: string;
  readonly actions?: ReactNode;
  /** A `Bar`: at the bottom of the phone; under the content on a computer. */
  readonly bar?: ReactNode;
  readonly staleAt?: number | undefined;
}

/** The root of every desk page: the phone's page, or the side menu of a computer with what this person's posts allow. */
export function DeskPage({ title, at, children, line, actions, bar, staleAt }: DeskPageProps): ReactNode {
  const { data: me } = useMe();
  const { village } = useRouter().params;
  const wide = useWide();
  const leave = useLeaveDesk();
  const person = me?.person;
  const duties = dutiesOf(me).join('、');
  const menu = menuOf(me);
  return (
    <DesktopShell
      title={title}
      {...(line === undefined ? {} : { line })}
      {...(actions === undefined ? {} : { actions })}
      brand={me?.title ?? '村里事'}
      place={placeOf(me)}
      menu={menu}
      at={at}
      onGo={(key) => {
        const entry = menu.find((item) => item.key === key);
        if (entry !== undefined) openEntry(entry.key, true, village);
      }}
      {...(person === undefined ? {} : { who: { name: person.name, post: duties } })}
      {...(atDesk() ? { onLeave: () => void leave.run(null) } : {})}
      bar={bar}
      staleAt={staleAt}
    >
      {wide
        ? <View className="p-desk__wide">{children}{bar === undefined ? null : <View className="p-desk__bar">{bar}</View>}</View>
        : children}
    </DesktopShell>
  );
}
