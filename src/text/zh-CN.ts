export const zhCN = {
  'error.bug': '出错了，这不是您的问题。请把编号 {reference} 告诉管理员。',
  'error.empty_query': '请写出要找的内容：至少一个汉字、字母或数字。',
  'error.query_too_long': '问题太长：最多 {max} 个字符，现有 {length} 个。',
  'error.unknown_article': '没有编号为「{id}」的文章。',
  'error.unknown_command': '没有「{name}」这个命令。可用：{commands}。',
  'error.bad_option': '选项「{option}」不对：{reason}。',
};

export type Texts = Record<keyof typeof zhCN, string>;
