/** What columns are called at hotlines; the first name is the one in our own empty sheet. */
export const TICKET_COLUMNS = [
  { field: 'number', names: ['工单编号', '工单号', '受理编号', '工单流水号', '流水号', '编号'], required: true as const },
  { field: 'received', names: ['受理时间', '来电时间', '诉求时间', '登记时间', '创建时间', '接收时间'], required: true as const },
  { field: 'answerBy', names: ['办理期限', '办结期限', '办理时限', '答复期限', '截止时间', '办结截止时间', '反馈截止时间', '要求办结时间', '处理时限'], required: true as const },
  { field: 'category', names: ['诉求类型', '诉求类别', '诉求分类', '工单类型', '问题分类', '事项分类', '类别', '类型'] },
  { field: 'title', names: ['标题', '工单标题', '诉求标题', '主题'] },
  { field: 'text', names: ['诉求内容', '工单内容', '内容描述', '问题描述', '反映内容', '来电内容', '具体内容', '内容'], required: true as const },
  { field: 'village', names: ['村', '村社区', '所在村', '所属村', '事发村', '涉及村', '村（社区）', '村名'] },
  { field: 'place', names: ['地点', '事发地址', '事发地点', '诉求地址', '问题地址', '详细地址', '地址'] },
  { field: 'name', names: ['来电人', '诉求人', '反映人', '联系人', '来电人姓名', '诉求人姓名', '姓名'] },
  { field: 'phone', names: ['联系电话', '来电号码', '来电电话', '联系方式', '联系号码', '手机号码', '手机号', '电话'] },
  { field: 'hidden', names: ['是否保密', '信息保密', '保密', '身份保密'] },
  { field: 'restricted', names: ['是否敏感', '敏感', '敏感事项', '敏感工单', '涉敏', '是否涉敏', '限专人办理', '专人办理'] },
] as const;
