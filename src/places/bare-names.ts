/** Whole names that are descriptions as well: they name a region only right behind the one that holds it. */
export const DESCRIPTIONS = /^(?:[东西南北]?城区|[东西南北]区|城[东西南北中]区|郊区|矿区|新区|新市区|老城区|新城区|市中区|中心区|高新区|城关区|港口区|开发区)$/;

const list = (names: string): Set<string> => new Set(names.split(/\s+/).filter(Boolean));

/** Bare names of prefectures that are other words, people, rivers or brands at least as often. */
export const COMMON_WORDS = list(`
  朝阳 中山 白银 来宾 阿里 大同 巴中 德州 吴忠 海东 海西 海北 黄南 山南 玉树 长治 三明 文山 红河 怒江 黄山 北海 普洱 和田 哈密
  日照 四平 白山 白城 安康 保山 平凉 丽水 广安 泰安 安顺 林芝 神农架 河池 永州府 延安 伊犁 兴安 宜春府 金昌 商洛府 临沧府 海口湾
`);

/** Bare names of counties that everybody knows, and that mean nothing else. */
export const WELL_KNOWN = list(`
  昆山 义乌 江阴 张家港 常熟 慈溪 余姚 诸暨 嵊州 乐清 瑞安 桐乡 海宁 平湖 德清 富阳 余杭 萧山 临安 晋江 石狮 武夷山 福清 寿光
  曲阜 荣成 即墨 敦煌 格尔木 香格里拉 都江堰 峨眉山 阆中 西昌 康定 丹江口 宜都 神农架 浏阳 醴陵 凤凰县 井冈山 瑞金 景洪 瑞丽
  腾冲 仁怀 凯里 都匀 兴义 石河子 库尔勒 霍尔果斯 阿拉尔 绥芬河 五大连池 珲春 延吉 满洲里 二连浩特 锡林浩特 乌兰浩特 敖汉 巩义
  兰考 登封 巢湖 桐城 凤阳 五指山 琼海 文昌鸡 顺德 番禺 浦东 海淀 涿州 正定 塞罕坝 白沟 迁安 任丘 霸州 高碑店 瓦房店 庄河 海城市
`);
