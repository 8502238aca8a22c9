import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Bar } from '@/components/bar';
import { Card } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Row } from '@/components/row';
import { DeskPage } from '../desk-page';
import { NoDesk } from '../no-desk';
import { useKeeps } from '../keeper';
import { openEntry } from '../menu';
import { PersonPicker } from '../person-picker';
import { useDesk } from '../use-desk';
import { WhichVillage } from '../which-village';
import { AddSheet } from './add-sheet';

/** A village's roster: look somebody up, or put a single person on it without a spreadsheet. */
export default function People(): ReactNode {
  const { me, village } = useDesk();
  const keeps = useKeeps();
  const [adding, setAdding] = useState(false);
  return (
    <DeskPage title="名册" at="people" bar={keeps && village !== undefined ? <Bar main={{ text: '加一个人', icon: 'plus', onTap: () => setAdding(true) }} hint="出生、嫁入、迁入、漏登的" /> : undefined}>
      <Loaded page={me}>
        {() => (village === undefined ? <WhichVillage at="people" /> : !keeps ? <NoDesk /> : (
          <>
            <Note tone="plain" icon="lock">查了谁都会记下来，本人看得到。证件号和电话只露一部分。</Note>
            <PersonPicker label="找一个人" village={village} onPick={({ id }) => openPerson(id)} />
            <Card flush>
              <Row icon="plus" title="申请" line="请村里加进名册的人" onTap={() => openEntry('applications', false, village)} />
              <Row icon="ticket" title="核实码" line="等第二位值班员确认的" onTap={() => openEntry('codes', false)} />
            </Card>
            {adding ? <AddSheet village={village} onClose={() => setAdding(false)} onAdded={({ id }) => { setAdding(false); openPerson(id); }} /> : null}
          </>
        ))}
      </Loaded>
    </DeskPage>
  );
}

function openPerson(id: string): void {
  void Taro.navigateTo({ url: `/packages/desk/person/index?id=${encodeURIComponent(id)}` });
}
