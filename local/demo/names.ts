/** Names of people who do not exist: a common surname and a given name out of two short lists. */
import type { Random } from './random';

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'];
const FIRST = [...'国建文明志永德金家春秋正世成学长开兴华光玉桂秀红海晓小立广云平安'];
const SECOND_MEN = [...'军强林平福山田根明华东民生海波涛刚勇庆发财富贵才良友全旺喜顺'];
const SECOND_WOMEN = [...'兰英花芳梅珍香莲琴霞娟芬玲凤萍翠云月菊燕丽静敏洁莉红艳慧芝'];

export function surname(random: Random): string {
  return random.pick(SURNAMES);
}

export function givenName(random: Random, sex: 'F' | 'M'): string {
  const second = random.pick(sex === 'M' ? SECOND_MEN : SECOND_WOMEN);
  return random.chance(85) ? `${random.pick(FIRST)}${second}` : second;
}
