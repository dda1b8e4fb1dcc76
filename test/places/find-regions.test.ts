import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlaces, findRegions } from '../../src/places/find-regions.ts';
import { Gazetteer } from '../../src/places/gazetteer.ts';

const gazetteer = Gazetteer.load();
const find = (text: string, title = '') => findRegions({ title, text }, gazetteer);
const names = (text: string, title = '') => find(text, title).map(({ region }) => region.name);
const about = (text: string, title = '') =>
  find(text, title)
    .filter(({ relation }) => relation === 'about')
    .map(({ region }) => region.name);

describe('findRegions', () => {
  it('takes a region from its office, in either script', () => {
    expect(names('5月25日下午,新鄉市外事僑務旅游局召開全市旅游扶貧工作推進會。')).toEqual(['新乡市']);
    expect(names('雨城區委書記高福強主持會議。')).toEqual(['雨城区']);
    expect(names('内蒙古旅发委主任郑宜平与北京市旅发委主任宋宇座谈。')).toEqual(['北京市', '内蒙古自治区']);
  });

  it('says where: the mentions are slices of the text', () => {
    const text = '全省鄉村旅游暨旅游扶貧南陽現場會精神';
    const [finding] = find(text);
    expect(finding?.region.code).toBe('4113');
    expect(finding?.mentions.map(({ start, end }) => text.slice(start, end))).toEqual(['南陽']);
    expect(finding?.inTitle).toBe(false);
  });

  it('keeps a region that only the title names', () => {
    const [finding] = find('会议昨日召开。', '雅安市召开会议');
    expect(finding).toMatchObject({ inTitle: true, mentions: [], relation: 'about' });
  });

  it('reads runs of one-character names', () => {
    expect(names('京蒙两地携手。')).toEqual(['北京市', '内蒙古自治区']);
    expect(names('融入京津冀协同发展战略')).toEqual(['北京市', '天津市', '河北省']);
    expect(names('京沪高铁晚点,苏宁降价,新京报评论')).toEqual([]);
  });

  it.each([
    ['活动在京举行', '北京市'],
    ['专家团赴川调研', '四川省'],
    ['援疆干部进疆', '新疆维吾尔自治区'],
    ['来黔投资的企业', '贵州省'],
    ['苏北地区有雨', '江苏省'],
    ['鲁西南多云', '山东省'],
    ['长株潭一体化', '长沙市 株洲市 湘潭市'],
    ['长三角合作', '上海市 江苏省 浙江省 安徽省'],
    ['川渝共建', '重庆市 四川省'],
    ['成渝地区双城经济圈', '重庆市 成都市'],
  ])('reads letters in company: %s', (text, expected) => expect(names(text).join(' ')).toBe(expected));

  it.each(['下周在京东上市', '江苏南京以外', '我们在藏钱', '驶入鄂霍次克海', '成渝中线高铁', '在川菜馆吃饭', '鲁西化工公告'])(
    'reads no letter in %s',
    (text) => {
      expect(names(text).filter((name) => !['江苏省', '南京市'].includes(name))).toEqual([]);
    },
  );

  it.each([
    ['永年县、大同县、通州市发来贺信', '云州区 永年区 通州区'],
    ['科左后旗与准旗、翁旗交流', '翁牛特旗 科尔沁左翼后旗 准格尔旗'],
    ['台北市、高雄与花莲县有雨', '台北市 高雄市 花莲县'],
    ['香港北区和沙田区的学校', '香港特别行政区 北区 沙田区'],
  ])('knows old, short and outlying names: %s', (text, expected) => {
    expect(names(text).sort().join(' ')).toBe(expected.split(' ').sort().join(' '));
  });

  it('finds a town by its county, and a village by its town', () => {
    const text = '十堰市委常委、丹江口市委书记孙咏平深入官山镇调研。孙咏平强调,把铁炉村打造成示范村,以井冈山精神为榜样。';
    expect(find(text).map(({ region }) => region.code)).toEqual(['4203', '420381', '420381110', '420381110211']);
    const other = '香格里拉市现场推进会在三坝乡安南村召开。三坝乡、虎跳峡镇作了发言。';
    expect(find(other).map(({ region }) => region.code)).toEqual(['533401', '533401103', '533401202', '533401202202']);
  });

  it('tells namesakes apart by what else is named', () => {
    expect(find('北京市朝阳区法院').at(-1)?.region.code).toBe('110105');
    expect(find('吉林省长春市消息,朝阳区昨日发布通知').at(-1)?.region.code).toBe('220104');
    expect(names('朝阳区昨日发布通知')).toEqual([]);
  });

  it('tells namesakes apart by a town in one of them, and otherwise leaves them open, said', () => {
    expect(names('普陀区金融办联合长风新村街道')).toEqual(['普陀区', '长风新村街道']);
    const open = (text: string) =>
      findPlaces({ title: '朝阳区', text }, gazetteer).open.map((one) => [one.text, one.start, ...one.candidates.map(({ code }) => code)]);
    expect(open('昨日朝陽區发布通知,朝阳区要求落实。')).toEqual([['朝陽區', 2, '110105', '220104']]);
    expect(open('吉林省长春市消息,朝阳区昨日发布通知')).toEqual([]);
    expect(open('普陀区金融办联合长风新村街道')).toEqual([]);
  });

  it.each([
    ['山东临沂街头', '临沂市'],
    ['辽宁大连陈某某案', '大连市'],
    ['济宁高新接庄十里营', '济宁市'],
    ['挂北京牌照的车', '北京市'],
    ['武汉高新区', '武汉市'],
    ['北京网信办', '北京市'],
    ['北京某小区', '北京市'],
    ['洪山区分局民警', '洪山区'],
    ['近日,吉林延边的石先生', '延边朝鲜族自治州'],
    ['杨浦政务服务', '杨浦区'],
    ['盐城市和韩城市', '盐城市'],
  ])('finds a bare name in %s', (text, name) => expect(names(text)).toContain(name));

  it('takes the whole name where two overlap', () => {
    expect(find('北京市房山区河北镇受灾').map(({ region }) => region.code)).toEqual(['11', '110111', '110111107']);
    expect(names('陈韬长海丰县医院院长')).toEqual(['海丰县']);
    expect(names('徐汇区天平街道')).toEqual(['徐汇区']);
    expect(names('江西南部有雨,辽宁振兴在望')).toEqual(['辽宁省', '江西省']);
  });

  it('gives a bare name to no far prefecture where a town close by has it', () => {
    expect(names('维西傈僳族自治县的村民去塔城采菌子')).toEqual(['维西傈僳族自治县']);
    expect(names('新疆维吾尔自治区的塔城来信')).toEqual(['新疆维吾尔自治区', '塔城地区']);
  });

  it('reads a list of siblings', () => {
    expect(names('北京市昌平区、顺义、海淀和丰台有雨')).toEqual(['北京市', '丰台区', '海淀区', '顺义区', '昌平区']);
  });

  it('prefers the greater region for a bare name, and does not mix kinds', () => {
    expect(find('新乡召开会议').map(({ region }) => region.code)).toEqual(['4107']);
    expect(names('兴安盟召开会议')).toEqual(['兴安盟']);
    expect(find('海南发布预警').map(({ region }) => region.code)).toEqual(['46']);
  });

  it.each([
    '中国',
    '他住在南京路',
    '北京时间8点',
    '考上北京大学',
    '四川大学华西医院',
    '发扬井冈山精神',
    '长治久安',
    '来宾纷纷鼓掌',
    '白银期货价格上涨',
    '美国德州的枪击案',
    '贵州茅台涨停',
    '四川日报报道',
    '他爱吃重庆火锅',
    '上海申花主场取胜',
    '各乡镇要落实',
    '召开县委常委会',
    '积极响应县委号召',
    '袁大庆这样的人',
    '小沈阳的小品',
    '浏阳河畔',
    '布鲁京斯研究所',
    '利雅得胜利中卫阿姆里',
    '津津有味',
    '格鲁吉亚',
    '湖南街道',
    '区分主城区、郊区、新区',
    '居民和游客',
    '阿里巴巴旗下公司',
    '新型城镇化',
    '孙中山先生',
    '日照时间较长',
    '未开封的饮料',
    '制片丨马玉林',
    '主场输给成都蓉城',
    '岳阳林纸、山鹰国际涨停',
    '该股的指标:合肥城建2023一季报显示',
    '雅安担保公司',
    '呼兰河、牡丹江、穆棱河涨水',
    '加盟深圳。',
    '四川营社区工作人员',
    '中铁上海局承建',
    '登上襄樊舰',
    '宁德时代报告期内',
    '大运城市志愿服务小站',
    '这座新兴城市发展得很快',
    '沿海城市和滨海城市的房价',
    '《黄石》女星',
    '前身是巢湖师范专科学校',
    '河南都市频道',
    '孚创企业(有限合伙)企业(以下简称“赣州孚创”)减持,赣州孚创称',
    '长安汽车发布新车',
    '在高新区和开发区',
  ])('finds no place in %s', (text) => {
    expect(names(text)).toEqual([]);
  });

  it('takes a lake beside its city for the lake', () => {
    expect(names('杭州西湖的荷花开了')).toEqual(['杭州市']);
    expect(names('杭州西湖警方通报')).toContain('西湖区');
    expect(names('杭州西湖区的荷花开了')).toContain('西湖区');
    expect(names('杭州萧山的工厂')).toContain('萧山区');
  });

  it('is about the title and the lead, not about what holds them or what is far down', () => {
    expect(about('会议在雨城区举行。', '雅安市雨城区召开会议')).toEqual(['雨城区']);
    expect(about('新华社北京7月31日电 国务院办公厅印发通知。')).toEqual([]);
    expect(about('新华社成都7月31日电 记者从成都获悉。')).toEqual(['成都市']);
    expect(about('(新华社成都5月3日电)记者获悉,天气转凉。')).toEqual(['成都市']);
    expect(about('本报西安讯 记者获悉,天气转凉。')).toEqual(['西安市']);
    expect(about('中新网北京7月31日电 全国天气转凉。')).toEqual([]);
    const text = '十堰市委常委、丹江口市委书记深入官山镇调研。会议强调,要抓好落实。' + '会议要求落实。'.repeat(30) + '去年在武汉市取经。';
    expect(about(text)).toEqual(['官山镇']);
    expect(names(text)).toContain('武汉市');
  });

  it('counts 市委 and 全市 for the city that the article names most', () => {
    const text = `推介会传达了武汉市、大连市、厦门市和昆明市的经验。${'各地落实。'.repeat(40)}雅安市召开会议,雅安作了介绍。${'各地落实。'.repeat(10)}`;
    expect(about(text)).toEqual([]);
    expect(about(`${text}全市上下一心,市委作出安排。`)).toEqual(['雅安市']);
  });

  it('holds for any text: mentions lie in it and name the region', () => {
    const piece = fc.constantFrom(
      '北京',
      '朝阳区',
      '雅安市',
      '雨城區',
      '三坝乡',
      '香格里拉',
      '安南村',
      '京津冀',
      '市',
      '大学',
      ',',
      '。',
      '召开会议',
      '臺灣',
      '😀',
      'Ａ',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, text, (title, body) => {
        for (const { region, mentions, inTitle } of find(body, title)) {
          expect(inTitle || mentions.length > 0).toBe(true);
          for (const { start, end } of mentions) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(body.length);
            const name = body.slice(start, end);
            const codes = region.level === 'village' ? gazetteer.find(region.path.at(-2)! + name) : gazetteer.find(name);
            expect(codes.map(({ code }) => code)).toContain(region.code);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
