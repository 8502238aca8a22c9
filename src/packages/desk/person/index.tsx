import { useState, type ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { Card, Section } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Row } from '@/components/row';
import { formatDay } from '@/domain/basics/civil-time';
import { roleName } from '@/domain/wording/grid-duties';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import type { PersonRow } from '@/services/views';
import { DeskPage } from '../desk-page';
import { homeWords } from '../home-words';
import { useKeeps } from '../keeper';
import { reportFor } from '../report-for';
import { CorrectSheet } from './correct-sheet';
import { FamilyPhones } from './family-phones';
import { LeaveSheet } from './leave-sheet';
import { MoveSheet } from './move-sheet';
import { Phone } from './phone';

type Open = 'correct' | 'move' | 'leave';

/** One person of the roster as an officer sees them: masked, and nothing about class or need (PRV-12, HSE-10). */
export default function Person(): ReactNode {
  const { id = '' } = useRouter().params;
  const page = usePageData(`person:${id}`, () => api.people.person({ personId: id }), { keep: false });
  const keeps = useKeeps();
  const [open, setOpen] = useState<Open>();
  const [changed, setChanged] = useState<PersonRow>();
  const person = changed ?? page.data;
  const close = () => setOpen(undefined);

  function take(next: PersonRow): void {
    setChanged(next);
    close();
  }

  function readAgain(): void {
    setChanged(undefined);
    close();
    void page.reload();
  }

  return (
    <DeskPage title={person?.name ?? '名册里的人'} at="people">
      <Loaded page={page}>
        {() => (person === undefined ? null : (
          <>
            <Facts person={person} />
            {keeps && person.status !== 'DECEASED' ? <Acts person={person} onOpen={setOpen} /> : null}
            {keeps && person.status === 'ACTIVE' ? <Phone person={person} onChanged={readAgain} /> : null}
            {keeps && person.status === 'ACTIVE' ? <FamilyPhones person={person} phones={page.data?.familyPhones ?? []} onChanged={readAgain} /> : null}
            {open === 'correct' ? <CorrectSheet person={person} onClose={close} onDone={readAgain} /> : null}
            {open === 'move' ? <MoveSheet person={person} onClose={close} onDone={take} /> : null}
            {open === 'leave' ? <LeaveSheet person={person} onClose={close} onDone={take} /> : null}
          </>
        ))}
      </Loaded>
    </DeskPage>
  );
}

function Facts({ person }: { readonly person: PersonRow }): ReactNode {
  const { household, roles } = person;
  return (
    <>
      {person.status === 'MOVED_AWAY' ? <Note tone="plain" icon="info">已经登记搬走。回来了，用“到另一户”接回来。</Note> : null}
      {person.status === 'DECEASED' ? <Note tone="plain" icon="info">已经登记去世。</Note> : null}
      <Card flush>
        <Row icon="me" title={`${person.name}，${person.sex === 'F' ? '女' : '男'}，${person.age} 岁`} line={`证件号 ${person.idMasked}`} />
        <Row icon="phone" tone="plain" title={person.phoneMasked ?? '没有登记手机号'} />
        <Row icon="home" tone="plain" title={[person.gridName, homeWords(household)].filter((part) => part !== '').join('，')} />
      </Card>
      {roles.length === 0 ? null : (
        <Section title="担着的">
          <Card flush>{roles.map(({ role, area, from, to }) => <Row key={`${role} ${area} ${from}`} icon="star" tone="plain" title={roleName(role)} line={`${formatDay(from)}起${to === undefined ? '' : `，到${formatDay(to)}`}`} />)}</Card>
        </Section>
      )}
    </>
  );
}

function Acts({ person, onOpen }: { readonly person: PersonRow; readonly onOpen: (open: Open) => void }): ReactNode {
  const here = person.status === 'ACTIVE';
  return (
    <Section title="可以办">
      <Card flush>
        {here ? <Row icon="report" title="代他报事" onTap={() => reportFor(person.id, person.name)} /> : null}
        <Row icon="edit" title="改错" line="名字、手机号、证件号" onTap={() => onOpen('correct')} />
        <Row icon="home" title="到另一户" line={here ? '结婚、分家、搬到别的组' : '搬回来了'} onTap={() => onOpen('move')} />
        {here ? <Row icon="transfer" title="搬走或者去世" line="从名册上转出" onTap={() => onOpen('leave')} /> : null}
      </Card>
    </Section>
  );
}
