import { useEffect, useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Note } from '@/components/note';
import { Row } from '@/components/row';
import { Sheet } from '@/components/sheet';
import type { HouseholdView } from '@/services/views';
import { phoneOf } from '../phone-of';
import { reportFor } from '../report-for';

type Phone = { readonly state: 'asking' | 'none' | 'unread' } | { readonly state: 'shown'; readonly number: string };

interface HouseholdSheetProps {
  readonly household: HouseholdView;
  readonly area: string;
  readonly onClose: () => void;
}

/** One household: report for one of its people, or call where it agreed that its number is shown. */
export function HouseholdSheet({ household, area, onClose }: HouseholdSheetProps): ReactNode {
  const [phone, setPhone] = useState<Phone>({ state: 'asking' });
  const { number } = household;
  useEffect(() => {
    let there = true;
    phoneOf(area, number).then(
      (found) => { if (there) setPhone(found === undefined ? { state: 'none' } : { state: 'shown', number: found }); },
      // Reporting for them needs no phone, so the sheet stays as it is and says what is missing.
      () => { if (there) setPhone({ state: 'unread' }); },
    );
    return () => { there = false; };
  }, [area, number]);
  return (
    <Sheet open title={`${number}号　${household.head}`} onClose={onClose}>
      {household.address === '' ? null : <Note tone="plain" icon="pin">{household.address}</Note>}
      <Section title="替他报事">
        <Card flush>
          {household.members.map(({ id, name }) => <Row key={id} icon="edit" title={name} end="代报" label={`替${name}报事`} onTap={() => { onClose(); reportFor(id, name); }} />)}
        </Card>
      </Section>
      <Call phone={phone} name={household.head} />
    </Sheet>
  );
}

function Call({ phone, name }: { readonly phone: Phone; readonly name: string }): ReactNode {
  switch (phone.state) {
    case 'asking':
      return <Button wide kind="line" icon="phone" text="打电话" busy="正在看有没有电话…" onTap={() => undefined} />;
    case 'shown':
      return <Button wide kind="line" icon="phone" text="打电话" label={`打电话给${name}家`} onTap={() => void Taro.makePhoneCall({ phoneNumber: phone.number }).catch(() => undefined)} />;
    case 'none':
      return <Note tone="plain" icon="phone">这家没有同意公开电话，上门问一问吧。</Note>;
    case 'unread':
      return <Note tone="plain" icon="phone">电话没读到，网好了再打开看。</Note>;
  }
}
