import type { Texts } from './zh-CN.ts';

export const zhTW: Texts = {
  'error.bug': '出錯了，這不是您的問題。請把編號 {reference} 告訴管理員。',
  'error.empty_query': '請寫出要找的內容：至少一個漢字、字母或數字。',
  'error.query_too_long': '問題太長：最多 {max} 個字元，現有 {length} 個。',
  'error.unknown_article': '沒有編號為「{id}」的文章。',
  'error.unknown_command': '沒有「{name}」這個指令。可用：{commands}。',
  'error.bad_option': '選項「{option}」不對：{reason}。',
};
