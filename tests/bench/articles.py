"""Sentences with money and without, in eight languages, and texts of any length made of them."""

from __future__ import annotations

import random
import re
from typing import Final, NamedTuple

__all__ = ["ARTICLES", "Article", "text_of"]


class Article(NamedTuple):
    """What a text of one language is made of: sentences with money, and sentences without."""

    money: tuple[str, ...]
    prose: tuple[str, ...]


def text_of(article: Article, prose: int, size: int) -> str:
    """Return *size* bytes of text: behind each sentence with money *prose* sentences without, in paragraphs.

    The digits differ each time; a text without money has ``prose=-1``.
    """
    dice = random.Random(20251216)  # noqa: S311 -- a text, no secret
    pieces: list[str] = []
    length = 0
    while length < size:
        sentences = [dice.choice(article.prose) for _ in range(max(prose, 0) or 4 * (prose < 0))]
        if prose >= 0:
            sentences.insert(dice.randint(0, len(sentences)), dice.choice(article.money))
        paragraph = re.sub(r"[1-9]", lambda _: str(dice.randint(1, 9)), " ".join(sentences)) + "\n\n"
        pieces.append(paragraph)
        length += len(paragraph.encode())
    return "".join(pieces)


ARTICLES: Final = {
    "en": Article(
        (
            "The government plans investments of 13 trillion tenge (over $24 billion) by 2029.",
            "Farmers received 144.5 billion soums, up from 98,600 million soums a year ago.",
            "The fine ranges from 5,500 to 17,000 soms, and a second one costs 30,000 soms.",
            "A loaf of bread costs about 4.5 somoni in the capital and 6 somoni in the mountains.",
            "The company “Altyn” paid 2.3 million manats in taxes and owes another 750,000 manats.",
            "Her pension of 98,600 tenge was raised to 112,300 tenge in January.",
        ),
        (
            "Officials said that 86,000 kilometers of lines and 7.3 GW of new capacity would be built.",
            "The river brought 10.2 billion cubic meters of water in the first half of the year.",
            "Specialists doubt that repairs alone will help: the stations were built in the seventies.",
            "Delegates from 60 countries came to the capital for a congress on trade and the new corridor.",
            "A school opened in the old quarter, with 24 classrooms, a library and a garden.",
            "“No child should walk for more than 2 kilometers,” the mayor said as he cut the ribbon.",
            "Archaeologists described a settlement of the 9th century on the bank of a dry river.",
            "The winner needed 6 hours and 41 minutes; the last swimmers came ashore at dusk.",
        ),
    ),
    "ru": Article(
        (
            "Вложения составят 13 трлн тенге (свыше $24 млрд) до 2029 года.",
            "Фермеры получили 144,5 млрд сумов, годом ранее — 98,6 млрд сумов.",
            "Штраф составляет от 5500 до 17 000 сомов, повторный — 30 000 сомов.",
            "Буханка хлеба стоит около 4,5 сомони в столице и 6 сомони в горах.",
            "Компания «Алтын» заплатила 2,3 миллиона манатов налогов и должна ещё 750 тысяч манатов.",
            "Её пенсию в 98 600 тенге повысили в январе до 112 300 тенге.",
        ),
        (
            "По словам чиновников, построят 86 000 километров линий и 7,3 ГВт новых мощностей.",
            "За первое полугодие река принесла 10,2 млрд кубометров воды, озеро поднялось на 32 сантиметра.",
            "Эксперты сомневаются, что одного ремонта хватит: станции построены в семидесятые годы.",
            "На конгресс о торговле и новом коридоре в столицу приехали гости из 60 стран.",
            "В старом квартале открылась школа: 24 кабинета, библиотека и сад, который посадили родители.",
            "«Ни один ребёнок не должен ходить пешком дальше 2 километров», — сказал мэр.",
            "Археологи описали поселение IX века на берегу высохшей реки и насчитали 140 могил.",
            "Победителю понадобилось 6 часов и 41 минута, последние вышли на берег в сумерках.",
        ),
    ),
    "kk": Article(
        (
            "Жобаға 2029 жылға дейін 13 трлн теңге (24 млрд доллардан астам) бөлінеді.",
            "Шаруалар 144,5 млрд теңге алды, былтыр бұл 98,6 млрд теңге болған.",
            "Айыппұл 5500 теңгеден 17 000 теңгеге дейін, екінші рет 30 000 теңге.",
            "Нанның бағасы елордада шамамен 450 теңге, ауылда 600 теңге тұрады.",
            "«Алтын» компаниясы 2,3 миллион теңге салық төледі, тағы 750 мың теңге қарызы бар.",
            "Оның зейнетақысы 98 600 теңге болса, қаңтарда 112 300 теңгеге көтерілді.",
        ),
        (
            "Шенеуніктердің айтуынша, 86 000 шақырым желі мен 7,3 ГВт жаңа қуат салынады.",
            "Жылдың бірінші жартысында өзен 10,2 млрд текше метр су әкелді.",
            "Мамандар жөндеудің өзі жеткіліксіз дейді: станциялар жетпісінші жылдары салынған.",
            "Сауда мен жаңа дәлізге арналған конгреске 60 елден қонақтар келді.",
            "Ескі шағын ауданда 24 сыныбы, кітапханасы мен бағы бар мектеп ашылды.",
            "«Ешбір бала 2 шақырымнан артық жаяу жүрмеуі керек», – деді әкім.",
            "Археологтар кеуіп қалған өзен жағасындағы IX ғасырдың қонысын сипаттады.",
            "Жеңімпазға 6 сағат 41 минут қажет болды, соңғылары жағаға кешке шықты.",
        ),
    ),
    "ky": Article(
        (
            "Долбоорго 2029-жылга чейин 13 млрд сом (150 млн доллардан ашык) бөлүнөт.",
            "Дыйкандар 144,5 млн сом алышты, былтыр 98,6 млн сом болгон.",
            "Айып пул 5,5-17 миң сом, экинчи жолу 30 000 сом төлөнөт.",
            "Нандын баасы борбордо болжол менен 45 сом, айылда 60 сом турат.",
            "«Алтын» ишканасы 2,3 миллион сом салык төлөдү, дагы 750 миң сом карызы бар.",
            "Анын пенсиясы 9 860 сом болсо, январда 11 230 сомго көтөрүлдү.",
        ),
        (
            "Жетекчилердин айтымында, 86 000 чакырым линия жана 7,3 ГВт жаңы кубат курулат.",
            "Жылдын биринчи жарымында дарыя 10,2 млрд куб метр суу алып келди.",
            "Адистер оңдоонун өзү жетишсиз дешет: станциялар жетимишинчи жылдары курулган.",
            "Соодага жана жаңы коридорго арналган конгресске 60 өлкөдөн коноктор келди.",
            "Эски кварталда 24 классы, китепканасы жана багы бар мектеп ачылды.",
            "«Бир да бала 2 чакырымдан көп жөө баспашы керек», – деди мэр.",
            "Археологдор кургап калган дарыянын жээгиндеги IX кылымдын конушун сүрөттөштү.",
            "Жеңүүчүгө 6 саат 41 мүнөт керек болду, акыркылары жээкке кечинде чыгышты.",
        ),
    ),
    "uz-Latn": Article(
        (
            "Loyihaga 2029-yilgacha 28,3 trln so‘m (2,4 mlrd dollardan ortiq) ajratiladi.",
            "Fermerlar 144,5 mlrd so‘m oldi, o‘tgan yili bu 98,6 mlrd so‘m bo‘lgan.",
            "Jarima 500 ming so‘mdan 1,7 million so‘mgacha, takroran 3 million so‘m.",
            "Nonning narxi poytaxtda taxminan 4 500 so‘m, qishloqda 6 000 so‘m turadi.",
            "“Oltin” korxonasi 2,3 milliard so‘m soliq to‘ladi, yana 750 million so‘m qarzi bor.",
            "Uning pensiyasi 986 ming so‘m edi, yanvarda 1 123 000 so‘mga ko‘tarildi.",
        ),
        (
            "Rasmiylarning aytishicha, 86 000 kilometr tarmoq va 7,3 GVt yangi quvvat quriladi.",
            "Yilning birinchi yarmida daryo 10,2 mlrd kub metr suv olib keldi.",
            "Mutaxassislar ta’mirning o‘zi yetarli emas deydi: stansiyalar yetmishinchi yillarda qurilgan.",
            "Savdo va yangi yo‘lakka bag‘ishlangan kongressga 60 mamlakatdan mehmonlar keldi.",
            "Eski mahallada 24 ta sinfi, kutubxonasi va bog‘i bor maktab ochildi.",
            "“Hech bir bola 2 kilometrdan ko‘p piyoda yurmasligi kerak”, – dedi hokim.",
            "Arxeologlar qurigan daryo bo‘yidagi IX asr manzilgohini tasvirladilar.",
            "G‘olibga 6 soat 41 daqiqa kerak bo‘ldi, oxirgilari qirg‘oqqa kechqurun chiqdi.",
        ),
    ),
    "uz-Cyrl": Article(
        (
            "Лойиҳага 2029 йилгача 28,3 трлн сўм (2,4 млрд доллардан ортиқ) ажратилади.",
            "Фермерлар 144,5 млрд сўм олди, ўтган йили бу 98,6 млрд сўм бўлган.",
            "Жарима 500 минг сўмдан 1,7 миллион сўмгача, такроран 3 миллион сўм.",
            "Ноннинг нархи пойтахтда тахминан 4 500 сўм, қишлоқда 6 000 сўм туради.",
            "«Олтин» корхонаси 2,3 миллиард сўм солиқ тўлади, яна 750 миллион сўм қарзи бор.",
            "Унинг пенсияси 986 минг сўм эди, январда 1 123 000 сўмга кўтарилди.",
        ),
        (
            "Расмийларнинг айтишича, 86 000 километр тармоқ ва 7,3 ГВт янги қувват қурилади.",
            "Йилнинг биринчи ярмида дарё 10,2 млрд куб метр сув олиб келди.",
            "Мутахассислар таъмирнинг ўзи етарли эмас дейди: станциялар етмишинчи йилларда қурилган.",
            "Савдо ва янги йўлакка бағишланган конгрессга 60 мамлакатдан меҳмонлар келди.",
            "Эски маҳаллада 24 та синфи, кутубхонаси ва боғи бор мактаб очилди.",
            "«Ҳеч бир бола 2 километрдан кўп пиёда юрмаслиги керак», – деди ҳоким.",
            "Археологлар қуриган дарё бўйидаги IX аср манзилгоҳини тасвирладилар.",
            "Ғолибга 6 соат 41 дақиқа керак бўлди, охиргилари қирғоққа кечқурун чиқди.",
        ),
    ),
    "tg": Article(
        (
            "Барои лоиҳа то соли 2029 13 млрд сомонӣ (беш аз 1,2 млрд доллар) ҷудо мешавад.",
            "Деҳқонон 144,5 млн сомонӣ гирифтанд, соли гузашта ин 98,6 млн сомонӣ буд.",
            "Ҷарима аз 5500 то 17 000 сомонӣ, бори дуюм 30 000 сомонӣ аст.",
            "Нархи нон дар пойтахт тақрибан 4,5 сомонӣ ва дар деҳа 6 сомонӣ мебошад.",
            "Корхонаи «Тилло» 2,3 миллион сомонӣ андоз супорид ва боз 750 ҳазор сомонӣ қарздор аст.",
            "Нафақаи ӯ 986 сомонӣ буд, дар моҳи январ то 1123 сомонӣ зиёд шуд.",
        ),
        (
            "Ба гуфтаи масъулон 86 000 километр хат ва 7,3 ГВт иқтидори нав сохта мешавад.",
            "Дар нимаи аввали сол дарё 10,2 млрд метри мукааб об овард.",
            "Мутахассисон мегӯянд, ки танҳо таъмир кифоя нест: нерӯгоҳҳо дар солҳои ҳафтодум сохта шудаанд.",
            "Ба конгресси савдо ва роҳи нав аз 60 кишвар меҳмонон омаданд.",
            "Дар маҳаллаи кӯҳна мактаб бо 24 синф, китобхона ва боғ кушода шуд.",
            "«Ягон кӯдак набояд аз 2 километр зиёд пиёда равад», – гуфт раис.",
            "Бостоншиносон шаҳраки асри IX-ро дар соҳили дарёи хушк тасвир карданд.",
            "Ба ғолиб 6 соату 41 дақиқа лозим шуд, охиринҳо бегоҳ ба соҳил баромаданд.",
        ),
    ),
    "tk": Article(
        (
            "Taslama 2029-njy ýyla çenli 13 mlrd manat (3,7 mlrd dollardan gowrak) goýberiler.",
            "Daýhanlar 144,5 mln manat aldy, geçen ýyl bu 98,6 mln manat boldy.",
            "Jerime 550 manatdan 1 700 manada çenli, gaýtalansa 3 000 manat.",
            "Çöregiň bahasy paýtagtda takmynan 4,5 manat, obada 6 manat durýar.",
            "“Altyn” kärhanasy 2,3 million manat salgyt töledi, ýene 750 müň manat bergisi bar.",
            "Onuň pensiýasy 986 manat bolsa, ýanwarda 1 123 manada çykdy.",
        ),
        (
            "Resmileriň aýtmagyna görä, 86 000 kilometr ulgam we 7,3 GWt täze kuwwat gurular.",
            "Ýylyň birinji ýarymynda derýa 10,2 mlrd kub metr suw getirdi.",
            "Hünärmenler diňe abatlamak ýeterlik däl diýýär: bekedler ýetmişinji ýyllarda gurlupdyr.",
            "Söwda we täze geçelgä bagyşlanan kongrese 60 ýurtdan myhmanlar geldi.",
            "Köne ýaşaýyş jaý toplumynda 24 synpy, kitaphanasy we bagy bolan mekdep açyldy.",
            "“Hiç bir çaga 2 kilometrden köp pyýada ýöremeli däl” – diýip, häkim aýtdy.",
            "Arheologlar guran derýanyň kenaryndaky IX asyryň ilatly ýerini beýan etdiler.",
            "Ýeňijä 6 sagat 41 minut gerek boldy, iň soňkular kenara agşam çykdylar.",
        ),
    ),
}
