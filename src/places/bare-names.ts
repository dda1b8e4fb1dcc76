/** Whole names that are descriptions as well: they name a region only right behind the one that holds it. */
export const DESCRIPTIONS =
  /^(?:[东西南北]?城区|[东西南北]区|城[东西南北中]区|郊区|矿区|新区|新市区|老城区|新城区|市中区|中心区|高新区|城关区|港口区|开发区|大堂区|中西区|平房区|[大新]社区)$/;

/**
 * Whole names of two characters that ordinary words run into (召开|县委, 政府和|县总工会, 响应|县委): they need their
 * province or prefecture named as well.
 */
export const RUN_INTO = /^[和应成代道随文易兴开达涉富献景宁华通安洋户息云]县$/;

const list = (names: string): Set<string> => new Set(names.split(/\s+/).filter(Boolean));

/** Bare names of prefectures that are other words, people, rivers or brands at least as often. */
export const NAMES_THAT_ARE_WORDS = list(`
  朝阳 中山 白银 来宾 阿里 大同 巴中 德州 吴忠 海东 海西 海北 黄南 山南 玉树 长治 三明 文山 红河 怒江 黄山 北海 普洱 和田 哈密
  日照 四平 白山 白城 安康 保山 平凉 丽水 广安 泰安 安顺 林芝 神农架 河池 延安 兴安 中卫 金昌 吉安 巴州 桃园 新北
`);

/** Bare names of counties that are everyday words: never a place unless named whole, not even behind their province. */
export const EVERYDAY_WORDS = list(`
  公安 合作 资源 共和 新华 振兴 南部 平安 通道 比如 和平 城区 中方 光明 会同 东方 新建 惠民 延长 友谊 解放 太平 港口 新兴 友好 前进
  青山 互助 运河 和政 江南 市中 城中 新城 同心 民和 方正 复兴 海盐 古城 大城 大关 大新 东风 爱民 平和 大方 红旗 富裕 安居 新和 长寿
  向阳 建设 文明 新民 龙城 城关 城东 城西 城南 城北 海港 滨海 路桥 五华 中原 金山 龙山 南山 东山 西山 新平 沿河 大化 开放 民乐 西区
  东区 北区 南区 工农 兴安 昌乐 安定 永安 海洋 道外 集美 汉阴 临高 新津 上高 永年 乐业 安图 丰满 大通 河间 西林 翠屏 民权 宁静 内乡
`);

/** Bare names of counties that are words as well: a place where what holds them stands beside them (广州白云), not where it is only named. */
export const WORDS_TOO = list(`
  长安 武功 清水 前锋 洞口 南岸 台前 宏伟 高明 平定 长子 光泽 三元 万年 无为 高台 芙蓉 莲花 温泉 商城 灯塔 宝塔 白塔 古塔 双塔 凤凰 白云
  新星 岳阳楼 鼓楼 钟楼 路北 路南 市南 市北 江岸 北关 东至 新河 大堂 万里 天山
`);

/** Bare names of counties that everybody knows, and that mean nothing else. */
export const WELL_KNOWN = list(`
  昆山 义乌 江阴 张家港 常熟 慈溪 余姚 诸暨 嵊州 乐清 瑞安 桐乡 海宁 平湖 德清 富阳 余杭 萧山 临安 晋江 石狮 武夷山 福清 寿光
  曲阜 荣成 即墨 敦煌 格尔木 香格里拉 都江堰 峨眉山 阆中 西昌 康定 丹江口 宜都 神农架 浏阳 醴陵 井冈山 瑞金 景洪
  腾冲 仁怀 凯里 都匀 兴义 石河子 库尔勒 霍尔果斯 阿拉尔 绥芬河 五大连池 珲春 延吉 满洲里 二连浩特 锡林浩特 乌兰浩特 敖汉 巩义
  兰考 登封 巢湖 桐城 凤阳 五指山 琼海 顺德 番禺 浦东 海淀 涿州 正定 塞罕坝 白沟 迁安 任丘 霸州 高碑店 瓦房店 庄河
  徐汇 虹口 杨浦 闵行 嘉定 松江 青浦 奉贤 崇明 门头沟 石景山 房山 昌平 顺义 怀柔 平谷 密云 延庆 丰台 天河 越秀 龙岗 武进 江宁 鄞州
`);
