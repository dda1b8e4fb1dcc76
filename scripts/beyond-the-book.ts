/**
 * Divisions that the National Bureau of Statistics does not list: Taiwan's counties and cities with their districts and
 * townships, Hong Kong's districts, Macao's parishes (public facts, own compilation; Taiwan's are those of the Local
 * Government Act, 368 in 22, as of 2024).
 *
 * The codes of 71, 81 and 82 are those of GB/T 2260, which goes no further there. The digits after them are this
 * project's own numbering, in the customary order, and say no more than what lies in what. Kinmen (金门县) stands in the
 * code book under Quanzhou and is not repeated; Matsu's 连江县 has the name of its neighbour there and is left out.
 */
const TAIWAN: Readonly<Record<string, string>> = {
  台北市: '中正区 大同区 中山区 松山区 大安区 万华区 信义区 士林区 北投区 内湖区 南港区 文山区',
  新北市:
    '板桥区 三重区 中和区 永和区 新庄区 新店区 树林区 莺歌区 三峡区 淡水区 汐止区 瑞芳区 土城区 芦洲区 五股区 泰山区 林口区 深坑区 石碇区 ' +
    '坪林区 三芝区 石门区 八里区 平溪区 双溪区 贡寮区 金山区 万里区 乌来区',
  桃园市: '桃园区 中坜区 平镇区 八德区 杨梅区 芦竹区 大溪区 龙潭区 龟山区 大园区 观音区 新屋区 复兴区',
  台中市:
    '中区 东区 南区 西区 北区 西屯区 南屯区 北屯区 丰原区 东势区 大甲区 清水区 沙鹿区 梧栖区 后里区 神冈区 潭子区 大雅区 新社区 石冈区 ' +
    '外埔区 大安区 乌日区 大肚区 龙井区 雾峰区 太平区 大里区 和平区',
  台南市:
    '中西区 东区 南区 北区 安平区 安南区 永康区 归仁区 新化区 左镇区 玉井区 楠西区 南化区 仁德区 关庙区 龙崎区 官田区 麻豆区 佳里区 西港区 ' +
    '七股区 将军区 学甲区 北门区 新营区 后壁区 白河区 东山区 六甲区 下营区 柳营区 盐水区 善化区 大内区 山上区 新市区 安定区',
  高雄市:
    '楠梓区 左营区 鼓山区 三民区 盐埕区 前金区 新兴区 苓雅区 前镇区 旗津区 小港区 凤山区 大寮区 鸟松区 林园区 仁武区 大树区 大社区 冈山区 ' +
    '路竹区 桥头区 梓官区 弥陀区 永安区 燕巢区 田寮区 阿莲区 茄萣区 湖内区 旗山区 美浓区 内门区 杉林区 甲仙区 六龟区 茂林区 桃源区 那玛夏区',
  基隆市: '仁爱区 信义区 中正区 中山区 安乐区 暖暖区 七堵区',
  新竹市: '东区 北区 香山区',
  嘉义市: '东区 西区',
  新竹县: '竹北市 竹东镇 新埔镇 关西镇 湖口乡 新丰乡 芎林乡 横山乡 北埔乡 宝山乡 峨眉乡 尖石乡 五峰乡',
  苗栗县: '苗栗市 头份市 竹南镇 后龙镇 通霄镇 苑里镇 卓兰镇 造桥乡 西湖乡 头屋乡 公馆乡 铜锣乡 三义乡 大湖乡 狮潭乡 三湾乡 南庄乡 泰安乡',
  彰化县:
    '彰化市 员林市 鹿港镇 和美镇 北斗镇 溪湖镇 田中镇 二林镇 线西乡 伸港乡 福兴乡 秀水乡 花坛乡 芬园乡 大村乡 埔盐乡 埔心乡 永靖乡 社头乡 ' +
    '二水乡 田尾乡 埤头乡 芳苑乡 大城乡 竹塘乡 溪州乡',
  南投县: '南投市 埔里镇 草屯镇 竹山镇 集集镇 名间乡 鹿谷乡 中寮乡 鱼池乡 国姓乡 水里乡 信义乡 仁爱乡',
  云林县:
    '斗六市 斗南镇 虎尾镇 西螺镇 土库镇 北港镇 古坑乡 大埤乡 莿桐乡 林内乡 二仑乡 仑背乡 麦寮乡 东势乡 褒忠乡 台西乡 元长乡 四湖乡 口湖乡 水林乡',
  嘉义县: '太保市 朴子市 布袋镇 大林镇 民雄乡 溪口乡 新港乡 六脚乡 东石乡 义竹乡 鹿草乡 水上乡 中埔乡 竹崎乡 梅山乡 番路乡 大埔乡 阿里山乡',
  屏东县:
    '屏东市 潮州镇 东港镇 恒春镇 万丹乡 长治乡 麟洛乡 九如乡 里港乡 盐埔乡 高树乡 万峦乡 内埔乡 竹田乡 新埤乡 枋寮乡 新园乡 崁顶乡 林边乡 ' +
    '南州乡 佳冬乡 琉球乡 车城乡 满州乡 枋山乡 三地门乡 雾台乡 玛家乡 泰武乡 来义乡 春日乡 狮子乡 牡丹乡',
  宜兰县: '宜兰市 头城镇 罗东镇 苏澳镇 礁溪乡 壮围乡 员山乡 冬山乡 五结乡 三星乡 大同乡 南澳乡',
  花莲县: '花莲市 凤林镇 玉里镇 新城乡 吉安乡 寿丰乡 秀林乡 光复乡 丰滨乡 瑞穗乡 万荣乡 富里乡 卓溪乡',
  台东县: '台东市 成功镇 关山镇 长滨乡 海端乡 池上乡 东河乡 鹿野乡 延平乡 卑南乡 金峰乡 大武乡 达仁乡 绿岛乡 太麻里乡 兰屿乡',
  澎湖县: '马公市 湖西乡 白沙乡 西屿乡 望安乡 七美乡',
};
const HONG_KONG =
  '中西区 湾仔区 东区 南区 油尖旺区 深水埗区 九龙城区 黄大仙区 观塘区 荃湾区 屯门区 元朗区 北区 大埔区 西贡区 沙田区 葵青区 离岛区';
const MACAO = '花地玛堂区 圣安多尼堂区 望德堂区 大堂区 风顺堂区 嘉模堂区 圣方济各堂区';

type Row = [code: string, name: string];
const counties = numbered('71', 2, Object.keys(TAIWAN));
/** Districts and cities are counted as counties, 镇 and 乡 as towns: many of these share their name with a town of the mainland. */
const isTown = (name: string) => /[镇乡]$/.test(name);
const inner = (digits: number, wanted: (name: string) => boolean) =>
  counties.flatMap(([code, county]) => numbered(code, digits, TAIWAN[county]!.split(' ').filter(wanted)));

export const BEYOND: Row[] = [
  ['71', '台湾省'],
  ...counties,
  ...inner(2, (name) => !isTown(name)),
  ['81', '香港特别行政区'],
  ...numbered('81', 4, HONG_KONG.split(' ')),
  ['82', '澳门特别行政区'],
  ...numbered('82', 4, MACAO.split(' ')),
];
/** Codes of nine digits: no county stands between a town and its 县. */
export const TOWNS_BEYOND: Row[] = inner(5, isTown);

function numbered(holder: string, digits: number, names: readonly string[]): Row[] {
  return names.map((name, i) => [holder + String(i + 1).padStart(digits, '0'), name]);
}
