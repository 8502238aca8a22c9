import { useState, type ReactNode } from 'react';
import { useReachBottom } from '@tarojs/taro';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Row } from '@/components/row';
import { usePages } from '@/hooks/use-pages';
import { api } from '@/services/client';
import type { HouseholdView } from '@/services/views';
import { DeskChoice } from '../desk-choice';
import { DeskPage } from '../desk-page';
import { areaOfDesk, type Desk } from '../desks';
import { NoDesk } from '../no-desk';
import { useDesk } from '../use-desk';
import { HouseholdSheet } from './household-sheet';

/** The households a person answers for, by number. Nothing here says what class a household is of (HSE-10). */
export default function Households(): ReactNode {
  const { me, homes } = useDesk();
  const [picked, setPicked] = useState<Desk>();
  const desk = picked ?? homes[0];
  return (
    <DeskPage title="我管的户" at="households" {...(desk === undefined ? {} : { line: desk.area })}>
      <DeskChoice desks={homes} value={desk} onChange={setPicked} />
      <Loaded page={me}>{() => (desk === undefined ? <NoDesk /> : <List key={desk.post} area={areaOfDesk(desk)} />)}</Loaded>
    </DeskPage>
  );
}

function List({ area }: { readonly area: string }): ReactNode {
  const list = usePages(`households:${area}`, ({ after }) => api.grids.households({ area, ...(after === undefined ? {} : { after }) }), { keep: false });
  const [open, setOpen] = useState<HouseholdView>();
  useReachBottom(() => void list.more());
  return (
    <>
      <Loaded page={list.first} isEmpty={({ items }) => items.length === 0} empty={{ title: '这一片还没有户', line: '名册还没录进来，请找村值班员。' }}>
        {() => (
          <Card flush>
            {list.items.map((household) => (
              <Row key={household.id} icon="home" tone="plain" title={`${household.number}号　${household.head}`} line={lineOf(household)} onTap={() => setOpen(household)} />
            ))}
          </Card>
        )}
      </Loaded>
      {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
      {open === undefined ? null : <HouseholdSheet household={open} area={area} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function lineOf({ members, number, address }: HouseholdView): string {
  const people = `${members.length} 口人：${members.map(({ name }) => name).join('、')}`;
  return address === '' || address === `${number}号` ? people : `${people}；${address}`;
}
