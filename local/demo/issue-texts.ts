/** What people of the demo county report and what is answered; all made up. */
import type { Category } from '@/domain/issues/issue';

export interface Trouble {
  readonly category: Category;
  readonly text: string;
  readonly place: string;
  /** What the handler writes when at it, and when it is done. */
  readonly seen: string;
  readonly done: string;
}

export const TROUBLES: readonly Trouble[] = [
  { category: 'SANITATION', text: '门口水沟堵了好几天，味道很大，下雨就漫出来。', place: '院坝前面的水沟', seen: '到现场看了，是淤泥和树枝堵的，约了两个人明天来挖。', done: '水沟挖通了，淤泥拉走了。' },
  { category: 'SANITATION', text: '垃圾箱满了没人拉，野狗把袋子都扯开了。', place: '路口垃圾箱', seen: '已经给清运车打了电话，今天下午来。', done: '垃圾拉走了，周围也扫了，以后三天一清。' },
  { category: 'SANITATION', text: '有人往河边倒建筑垃圾，已经一大堆了。', place: '河堤下边', seen: '找到倒的人了，答应自己清走。', done: '建筑垃圾已经清走，立了牌子。' },
  { category: 'DISPUTE', text: '邻居修圈把滴水檐接到我家地里，说了几次都不改。', place: '屋后菜地边', seen: '两家都坐下来说了一次，各退一步，再量一下边界。', done: '量清了边界，邻居把檐口改短，双方签了字。' },
  { category: 'DISPUTE', text: '上边的田放水冲了我家的田坎，想请人评个理。', place: '沟边水田', seen: '去田里看了，双方约好周末一起修。', done: '田坎修好了，两家说定以后放水先打招呼。' },
  { category: 'DISPUTE', text: '打工的工钱老板一直拖着不给，想问问咋办。', place: '', seen: '和老板通了电话，约了司法所一起谈。', done: '谈妥分两次付，第一笔已经到账。' },
  { category: 'EMERGENCY', text: '后坡下雨往下滑土，离房子只有几步远，心里怕。', place: '屋后山坡', seen: '现场拉了警戒线，先让住在下边的一家搬到亲戚家。', done: '坡脚挡起来了，排水沟也挖了，这几天继续看着。' },
  { category: 'EMERGENCY', text: '进村的桥栏杆断了一截，娃娃上学从这里过，危险。', place: '村口小桥', seen: '先用绳子拦起来，报了镇上。', done: '栏杆换了新的，桥面也补了。' },
  { category: 'EMERGENCY', text: '自来水停了两天，只能挑水吃。', place: '', seen: '查到是主管裂了，正在换管子。', done: '管子换好，昨晚来水了。' },
  { category: 'ERRAND', text: '老人腿脚不方便，想请人帮忙办高龄补贴。', place: '', seen: '材料收齐了，明天带到镇上。', done: '补贴办好了，下个月开始发。' },
  { category: 'ERRAND', text: '娃娃的医保没有缴上，手机上弄不来。', place: '', seen: '到家里帮忙看了，是身份信息要改。', done: '信息改好，医保缴上了。' },
  { category: 'ERRAND', text: '残疾证要换证，人去不了县里。', place: '', seen: '联系了县残联，下周有人上门评定。', done: '上门评定过了，新证已经送到家。' },
  { category: 'PATROL', text: '这几天晚上有生人骑摩托在村里转，问了也不说。', place: '村道上', seen: '和派出所说了，晚上多转两圈。', done: '查清是收药材的，已经登记，让他白天来。' },
  { category: 'PATROL', text: '路灯坏了三盏，晚上黑漆漆的，老人不敢出门。', place: '活动广场边', seen: '报给了管护的人，等配件。', done: '三盏灯都换好了。' },
  { category: 'CONSULT', text: '今年的养老保险什么时候缴，缴多少？', place: '', seen: '问清楚了，月底前都能缴。', done: '把时间和档次都讲清楚了，也帮着选了一档。' },
  { category: 'CONSULT', text: '危房改造还能不能申请？要什么材料？', place: '', seen: '把政策找出来了，周三上门看房。', done: '条件和材料都讲清了，符合的话下个月报。' },
  { category: 'SUGGEST', text: '活动广场能不能加两条凳子，老人跳完舞没处坐。', place: '活动广场', seen: '跟村里说了，木料有现成的。', done: '两条长凳已经安好。' },
  { category: 'SUGGEST', text: '班车能不能在三组口子上停一下，走到村口要半小时。', place: '三组岔路口', seen: '和客运站联系了，他们下周来看。', done: '客运站同意招手停，牌子已经立好。' },
  { category: 'OTHER', text: '家里的羊跑丢了两只，麻烦帮着在群里问问。', place: '后山', seen: '在群里发了，有人说在梁上看到。', done: '羊找到了，已经牵回来。' },
  { category: 'OTHER', text: '电线搭在树上，一刮风就打火花。', place: '路边大树', seen: '给供电所打了电话，今天来剪枝。', done: '树枝剪了，线也绷紧了。' },
];

export const WORDS = {
  handUp: '这事要上面出面，我们这一级办不下来。',
  ask: '是哪一段？方便的话拍张照片。',
  answer: '就在路边那一段，照片不好拍，来了我带你们看。',
  add: '今天又下雨了，比昨天还厉害。',
  extend: '材料要等厂里发货，还要几天。',
  extended: '可以，抓紧些。',
  suspend: '等下个月专家来看了再定。',
  reject: '这事不归村里管，已经帮您问清楚去哪里办。',
  channel: '县政务大厅',
  dispatch: '请到现场看看，先排险。',
  unsolved: '只弄了一半，后边还是堵的。',
  satisfied: '办得快，谢谢了。',
  urge: '这件已经过期了，请今天给人家一个说法。',
} as const;
