import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Note } from '@/components/note';
import { Loaded } from '@/components/loaded';
import { DeskChoice } from '../desk-choice';
import { DeskPage } from '../desk-page';
import { gridOfDesk, villageOfDesk, type Desk } from '../desks';
import { NoDesk } from '../no-desk';
import { PersonPicker } from '../person-picker';
import { reportFor } from '../report-for';
import { useDesk } from '../use-desk';

/** 代报: for whom it is written down. How they agreed is asked, and recorded, with the report (A11Y-09). */
export default function ForWhom(): ReactNode {
  const { me, homes } = useDesk();
  const [picked, setPicked] = useState<Desk>();
  const desk = picked ?? homes[0];
  const village = desk === undefined ? undefined : villageOfDesk(desk);
  return (
    <DeskPage title="代报" at="for-whom">
      <View>
        <View className="t-question">替谁报事？</View>
        <View className="t-hint">本人同意了才能代报，他也会收到通知</View>
      </View>
      <Loaded page={me}>
        {() => (desk === undefined || village === undefined ? <NoDesk /> : (
          <>
            <DeskChoice desks={homes} value={desk} onChange={setPicked} />
            <PersonPicker label="他叫什么" hint="在您管的户里找" village={village} grid={gridOfDesk(desk)} onPick={(person) => reportFor(person.id, person.name)} />
            <Note tone="plain" icon="info">不在名册上的，请他自己用手机报，或者先请值班员加进名册。</Note>
          </>
        ))}
      </Loaded>
    </DeskPage>
  );
}
