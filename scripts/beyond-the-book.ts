/**
 * Divisions that the National Bureau of Statistics does not list, in two levels: Taiwan's counties and cities, Hong
 * Kong's districts, Macao's parishes (public facts, own compilation).
 *
 * The codes of 71, 81 and 82 are those of GB/T 2260, which goes no further there. The digits after them are this
 * project's own numbering, in the customary order, and say no more than what lies in what. Kinmen (金门县) stands in the
 * code book under Quanzhou and is not repeated; Matsu's 连江县 has the name of its neighbour there and is left out.
 */
export const BEYOND: [code: string, name: string][] = [
  ['71', '台湾省'],
  ...numbered(
    '71',
    2,
    '台北市 新北市 桃园市 台中市 台南市 高雄市 基隆市 新竹市 嘉义市 新竹县 苗栗县 彰化县 南投县 云林县 嘉义县 屏东县 宜兰县 花莲县 台东县 澎湖县',
  ),
  ['81', '香港特别行政区'],
  ...numbered(
    '81',
    4,
    '中西区 湾仔区 东区 南区 油尖旺区 深水埗区 九龙城区 黄大仙区 观塘区 荃湾区 屯门区 元朗区 北区 大埔区 西贡区 沙田区 葵青区 离岛区',
  ),
  ['82', '澳门特别行政区'],
  ...numbered('82', 4, '花地玛堂区 圣安多尼堂区 望德堂区 大堂区 风顺堂区 嘉模堂区 圣方济各堂区'),
];

function numbered(holder: string, digits: number, names: string): [string, string][] {
  return names.split(' ').map((name, i) => [holder + String(i + 1).padStart(digits, '0'), name]);
}
