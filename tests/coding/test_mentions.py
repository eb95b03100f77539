"""Who is spoken of in Persian sentences: what must be found, and what must not."""

import datetime

import pytest

from ravabet.coding.mentions.find import mentions
from ravabet.language import analyse


def found(text, day="2024-05-01"):
    published = datetime.date.fromisoformat(day) if day else None
    sentences = analyse(text, "fa")
    return [m for each in mentions(text, sentences, published) for m in each]


def told(text, day="2024-05-01"):
    """Every mention as 'CODE+CODE words'."""
    return [f"{'+'.join(m.codes)} {m.span.of(text)}" for m in found(text, day)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # spelling: letters, half-space, endings
        ("امریکا با ایران گفتگو کرد.", ["USA امریکا", "IRN ایران"]),
        ("آمريكا با كره شمالي گفتگو كرد.", ["USA آمريكا", "PRK كره شمالي"]),
        ("روس‌ها آمدند.", ["RUS روس‌ها"]),
        ("روس ها آمدند.", ["RUS روس ها"]),
        ("روسها آمدند.", ["RUS روسها"]),
        ("آمریکائیان رفتند.", ["USA آمریکائیان"]),
        ("این سیاست آمریکاست.", ["USA آمریکاست"]),
        ("نخست‌وزیر ژاپن آمد.", ["JPN نخست‌وزیر ژاپن"]),
        ("نخست وزیر ژاپن آمد.", ["JPN نخست وزیر ژاپن"]),
        ("نخستوزیر ژاپن آمد.", ["JPN نخستوزیر ژاپن"]),
        # metonyms, institutions, bodies
        ("کاخ سفید پاسخ داد.", ["USA کاخ سفید"]),
        ("بیشکک اعتراض کرد.", ["KGZ بیشکک"]),
        ("مجلس شورای اسلامی طرح را تصویب کرد.", ["IRN مجلس شورای اسلامی"]),
        ("کمیسیون اروپا کمک کرد.", ["EU کمیسیون اروپا"]),
        # adjectives and titles
        ("مقامات ارشد آمریکایی آمدند.", ["USA مقامات ارشد آمریکایی"]),
        ("یک دیپلمات روس اخراج شد.", ["RUS یک دیپلمات روس"]),
        ("معاون وزیر خارجه قزاقستان رسید.", ["KAZ معاون وزیر خارجه قزاقستان"]),
        ("وزیر گمرکات مغولستان رسید.", ["MNG وزیر گمرکات مغولستان"]),
        ("سربازان و پلیس عراق آمدند.", ["IRQ سربازان", "IRQ پلیس عراق"]),
        ("مردم بحرین تجمع کردند.", ["BHR مردم بحرین"]),
        ("خاندان حاکم بر بحرین پاسخ داد.", ["BHR خاندان حاکم بر بحرین"]),
        # a short name in brackets, a name in quotation marks
        ("سخنگوی جنبش مقاومت اسلامی (حماس) آمد.", ["HAMAS سخنگوی جنبش مقاومت اسلامی (حماس)"]),
        ("سازمان پیمان آتلانتیک شمالی (ناتو) پاسخ داد.", ["NATO سازمان پیمان آتلانتیک شمالی (ناتو)"]),
        ("سازمان همکاری اسلامی (و یونسکو) پاسخ داد.", ["OIC سازمان همکاری اسلامی", "UNESCO یونسکو"]),
        ("جنبش مقاومت اسلامی لبنان پاسخ داد.", ["HEZBOLLAH جنبش مقاومت اسلامی لبنان"]),
        ("گروه‌های مقاومت عراق حمله کردند.", ["IRQ گروه‌های مقاومت عراق"]),
        ("کابینه «امانوئل مکرون» برکنار شد.", ["FRA کابینه «امانوئل مکرون"]),
        ("فیلسوف نروژی «یان بگدال» آمد.", ["NOR فیلسوف نروژی «یان بگدال"]),
        ("مجسمه‌ساز نروژی آمد.", ["NOR مجسمه‌ساز نروژی"]),
    ],
)
def test_names_titles_and_adjectives(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "منابع مالی کافی نیست.",
        "او محل را ترک کرد.",
        "امروز دوشنبه هوا سرد است.",
        "در آستانه نوروز بازارها شلوغ شد.",
        "غنی‌سازی متوقف شد.",
        "این کار نوعی توطئه‌چینی است.",
        "دامن چین دار گران شد.",
        "باید این فصل را مرور کنیم.",
        "موج‌های اقیانوس هند بلند است.",
        "ماه مبارک رمضان آغاز شد.",
        "بانک‌ها چک برگشتی را ثبت کردند.",
        "خبرگزاری فرانسه نوشت.",
        "تنش بالا گرفت و خواهش آن مرد رد شد.",
        "به گزارش رویترز از پاریس، باران بارید.",
    ],
)
def test_common_words_and_media_are_no_actors(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نیروها از کشور مالی رفتند.", ["MLI مالی"]),
        ("یک شهروند ترک بازداشت شد.", ["TUR یک شهروند ترک"]),
        ("هیئت چک رسید.", ["CZE هیئت چک"]),
        ("نشست در شهر دوشنبه آغاز شد.", ["TJK شهر دوشنبه"]),
        ("اشرف غنی گریخت.", ["AFG اشرف غنی"]),
        ("حسنی مبارک سقوط کرد و مبارک محاکمه شد.", ["EGY حسنی مبارک", "EGY مبارک"]),
        ("استاندار آذربایجان غربی آمد.", ["IRN استاندار آذربایجان غربی"]),
        ("جمهوری آذربایجان پاسخ داد.", ["AZE جمهوری آذربایجان"]),
        ("کنگره گواتمالا رأی داد.", ["GTM کنگره گواتمالا"]),
        ("یک سناتور گفت کنگره رأی داد.", ["USA کنگره"]),
    ],
)
def test_homographs_are_states_where_their_neighbours_say_so(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "day", "code", "sector"),
    [
        ("طالبان بیانیه داد.", "2020-03-01", "TALIBAN", "REB"),
        ("طالبان بیانیه داد.", "2021-08-14", "TALIBAN", "REB"),
        ("طالبان بیانیه داد.", "2021-08-15", "AFG", "GOV"),
        ("اوباما سخن گفت.", "2012-01-01", "USA", "GOV"),
        ("اوباما سخن گفت.", "2020-01-01", "USA", "ELI"),
        ("عمرو موسی سخن گفت.", "2005-01-01", "LAS", "GOV"),
        ("عمرو موسی سخن گفت.", "2012-01-01", "EGY", "GOV"),
        ("کامرون گفت.", "2014-01-01", "GBR", "GOV"),
        ("تیم ملی فوتبال کامرون برد.", "2003-01-01", "CMR", "SOC"),
    ],
)
def test_the_day_decides_who_was_in_office(text, day, code, sector):
    assert [(m.codes, m.sector) for m in found(text, day)] == [((code,), sector)]


def test_a_name_and_its_title_are_one_mention():
    text = "سرگئی لاوروف، وزیر خارجه روسیه، با رئیس‌جمهور ترکیه رجب طیب اردوغان دیدار کرد."
    one, other = found(text)
    assert (one.span.of(text), one.kind, one.apposition) == ("سرگئی لاوروف، وزیر خارجه روسیه", "person", True)
    assert (other.span.of(text), other.codes, other.apposition) == ("رئیس‌جمهور ترکیه رجب طیب اردوغان", ("TUR",), True)


def test_a_name_beside_the_title_of_another_state_stays_apart():
    text = "لاوروف، رئیس‌جمهور ترکیه را دعوت کرد."
    assert told(text) == ["RUS لاوروف", "TUR رئیس‌جمهور ترکیه"]


@pytest.mark.parametrize(
    "first",
    [
        "«تورلان بگدال»، وزیر خارجه مغولستان، وارد شد.",
        "وزیر خارجه مغولستان «تورلان بگدال» وارد شد.",
        "محمد بگدال وزیر خارجه مغولستان وارد شد.",
    ],
)
def test_an_unknown_name_is_learnt_from_its_title(first):
    assert "MNG بگدال" in told(first + " باران بارید. بگدال گفت که کار تمام است.")


def test_a_namesake_is_not_the_one_in_the_lexicon():
    assert told("فرهاد پوتین نقاش است.") == []
    assert told("آقای پوتین آمد.") == ["RUS آقای پوتین"]


def test_a_common_word_is_no_surname():
    """What follows a given name is a name only as far as no common word stands there."""
    text = "وزیر خارجه مغولستان، محمد بگدال اوضاع را ستود. اوضاع آرام است. بگدال رفت."
    assert told(text)[1:] == ["MNG بگدال"]


def test_a_name_without_a_title_is_not_learnt():
    assert told("محمد بگدال وارد شد. بگدال در را بست.") == []


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("قطر پیشنهاد داد. نمایندگان این کشور آمدند.", "QAT نمایندگان این کشور"),
        ("وزیر خارجه مصر آمد. وی گفت.", "EGY وی"),
        ("وزیر خارجه مصر با همتای لیبیایی خود دیدار کرد. وی گفت.", "EGY وی"),
        ("وزیر خارجه مصر گفت: ما آماده‌ایم.", "EGY ما"),
        ("فنلاند و سوئد سند امضا کردند. دو کشور پاسخ دادند.", "FIN+SWE دو کشور"),
        ("فنلاند و سوئد گفتگو کردند. وزیران خارجه دو کشور آمدند.", "FIN+SWE وزیران خارجه دو کشور"),
        ("ایران و آژانس بین‌المللی انرژی اتمی گفتگو کردند. طرفین توافق کردند.", "IRN+IAEA طرفین"),
        ("شیلی، پرو و کوبا سند امضا کردند. سه کشور خشنودند.", "CHL+PER+CUB سه کشور"),
        ("کرملین نگران شد و او را واداشت.", "RUS او"),
        ("یونسکو بیانیه داد. این سازمان هشدار داد.", "UNESCO این سازمان"),
        ("رژیم صهیونیستی به سوریه حمله کرد. این رژیم پاسخ نداد.", "ISR این رژیم"),
        ("رژیم صهیونیستی به سوریه حمله کرد. این کشور پاسخ داد.", "SYR این کشور"),
        ("رئیس‌جمهور شیلی آمد. پرو تشکر کرد. رئیس‌جمهور رفت.", "CHL رئیس‌جمهور"),
        ("بحران در شیلی بالا گرفت. دولت استعفا داد.", "CHL دولت"),
        ("نروژ از شهروندان خود خواست برگردند.", "NOR شهروندان خود"),
        ("نخست‌وزیر نروژ از آمادگی کشورش خبر داد.", "NOR کشورش"),
        ("سخنگوی وزارت خارجه کشورمان گفت.", "IRN سخنگوی وزارت خارجه کشورمان"),
    ],
)
def test_words_that_stand_for_an_actor_named_before(text, last):
    assert told(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # an office told before any state is the newsroom's own; after a state it is not
        ("رئیس‌جمهور فردا سخنرانی می‌کند.", "IRN رئیس‌جمهور"),
        ("سخنگوی وزارت خارجه پاسخ داد.", "IRN سخنگوی وزارت خارجه"),
        ("بلژیک در بحران است. رئیس‌جمهور سخنرانی می‌کند.", "BEL رئیس‌جمهور"),
        ("پلیس بلژیک آمد. سخنگوی وزارت خارجه پاسخ داد.", "BEL سخنگوی وزارت خارجه"),
        # a bare title is of the state told most, or of the place where its sentence begins
        ("بلژیک آرام است. پارلمان بلژیک بسته است. نروژ نگران است. پلیس آماده است.", "BEL پلیس"),
        ("بلژیک آرام است. بلژیک آماده است. در حلب مردم نگران‌اند.", "SYR مردم"),
        ("بلژیک آرام است. بلژیک آماده است. مردم در حلب نگران نیستند.", "SYR حلب"),
        # of one clause's subject and what its prepositions govern, one cannot be the other
        ("سربازان نروژ رسیدند و نیروهای فنلاند از آنها استقبال کردند.", "NOR آنها"),
        ("رئیس‌جمهور نروژ در تماس با نخست‌وزیر فنلاند، با وی گفتگو کرد.", "FIN وی"),
        ("رئیس‌جمهور نروژ با نخست‌وزیر فنلاند گفتگو کرد. وی بازگشت.", "NOR وی"),
        ("سربازان نروژ با خبرنگاران فنلاند گفتگو کردند. آنها بازگشتند.", "NOR آنها"),
        ("بلژیک و بلژیک. بلژیک ماند. باران آمد. نروژ آمد. برف آمد. نروژ رفت. پلیس آماده است.", "NOR پلیس"),
        # a party with a name of its own, in the state spoken of
        ("بلژیک آرام است. حزب بگدالیان آمد.", "BEL حزب بگدالیان"),
        ("بلژیک آرام است. جنبش «راه نو» آمد.", "BEL جنبش «راه نو»"),
        ("بلژیک آرام است. جنبش و شور در شهر است.", "BEL بلژیک"),
        ("بلژیک آرام است. هر حزب به راه خود رفت.", "BEL بلژیک"),
        # who speaks goes on speaking; in what is said, who is spoken of there
        ("رئیس‌جمهور نروژ سخن گفت. نخست‌وزیر فنلاند نشست. وی افزود باران می‌آید.", "NOR وی"),
        ("رئیس‌جمهور نروژ سخن گفت. نخست‌وزیر فنلاند نشست. وی خندید.", "FIN وی"),
        ("رئیس‌جمهور نروژ گفت: وزیر فنلاند آمد و وی خشنود است.", "FIN وی"),
        ("رئیس‌جمهور نروژ وزیر فنلاند را دید و وی خشنود است.", "NOR وی"),
        # some of them: the people told in this sentence or the one before
        ("معترضان نروژ آمدند. فنلاند رفت. شماری از آنان بازداشت شدند.", "NOR شماری از آنان"),
        ("جاسوسان نروژ در فنلاند بازداشت شدند و برخی در زندان ماندند.", "NOR برخی"),
        ("نروژ رفت و برخی در خانه ماندند.", "NOR نروژ"),
        ("معترضان نروژ آمدند. برخی کارخانه‌ها بسته شد.", "NOR معترضان نروژ"),
        # several states: those told together, by a list or a preposition, before those told last
        ("شیلی، پرو و کوبا سند امضا کردند. نروژ خشنود است. سه کشور پاسخ دادند.", "CHL+PER+CUB سه کشور"),
        ("شیلی، پرو، نروژ و کوبا سند امضا کردند. سه کشور پاسخ دادند.", "PER+NOR+CUB سه کشور"),
        ("مرز میان نروژ و فنلاند بسته است. شیلی نگران است. دو کشور پاسخ دادند.", "NOR+FIN دو کشور"),
        ("نروژ روابط کوبا با پرو را ستود. نروژ رفت. دو کشور پاسخ دادند.", "CUB+PER دو کشور"),
        ("نروژ آمد. فنلاند رفت. دو کشور پاسخ دادند.", "NOR+FIN دو کشور"),
        ("شیلی و پرو آمدند. نمایندگان ۲ کشور رفتند.", "CHL+PER نمایندگان ۲ کشور"),
        # an own title: of its clause's subject, or of whom it asks to act
        ("نروژ شهروندانش را فراخواند و فنلاند سفیرش را بازگرداند.", "FIN سفیرش"),
        ("نخست‌وزیر نروژ فنلاند را ستود و وزیر خارجه‌اش رفت.", "NOR وزیر خارجه‌اش"),
        ("وزیر خارجه مصر با همتای خود دیدار کرد.", "EGY وزیر خارجه مصر"),
        ("وزیر خارجه مصر در خارطوم با همتای خود دیدار کرد.", "SDN همتای خود"),
        ("وزیر خارجه مصر با همتای سودانی خود دیدار کرد.", "SDN همتای سودانی"),
        ("وزیر خارجه مصر با همتای سودانی‌اش دیدار کرد.", "SDN همتای سودانی‌اش"),
        ("مصر گفت که سودان سفیر خود را فراخواند.", "SDN سفیر خود"),
        ("در شیلی، نروژ از شهروندان خود خواست بروند.", "NOR شهروندان خود"),
        ("مصر از سودان خواست تا نیروهایش را بیرون ببرد.", "SDN نیروهایش"),
        ("مصر از سودان گذشت تا نیروهایش را بیرون ببرد.", "EGY نیروهایش"),
        # "the country" alone is the topic's; one of a number of countries, or another country, is not
        ("بلژیک آرام است. بلژیک آماده است. نروژ رفت. در سراسر کشور جشن است.", "BEL کشور"),
        ("بلژیک آرام است. بلژیک آماده است. نروژ رفت. مردم کشور خشنودند.", "BEL مردم کشور"),
        ("بلژیک آرام است. ۱۱ کشور نیامدند.", "BEL بلژیک"),
        ("بلژیک آرام است. هیچ کشور دیگری نیامد.", "BEL بلژیک"),
        ("بلژیک آرام است. کشور چین نیامد.", "CHN چین"),
        ("نروژ دو تبعه شیلی را آزاد کرد. اتباع مذکور رفتند.", "CHL اتباع مذکور"),
    ],
)
def test_what_a_word_stands_for_follows_its_place_in_the_text(text, last):
    assert told(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("توگو سفیر بنین را اخراج کرد. بنین این اقدام را نابخردانه خواند.", "TGO این اقدام"),
        ("توگو به بنین حمله کرد؛ غنا این حمله را محکوم کرد.", "TGO این حمله"),
        ("حمله هوایی توگو به بنین تلفاتی نداشت. غنا این حملات را محکوم کرد.", "TGO این حملات"),
        ("در پی حمله توگو به بنین، دولت بنین این تجاوز را محکوم کرد.", "TGO این تجاوز"),
        ("سخنگوی دولت غنا گفت که توگو از پیمان خارج شد. بنین این تصمیم را ستود.", "TGO این تصمیم"),
        ("توگو و بنین یکدیگر را به دخالت متهم کردند.", "TGO+BEN یکدیگر"),
    ],
)
def test_a_deed_stands_for_who_did_it(text, expected):
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "بنین این اقدام دولت توگو را محکوم کرد.",  # says itself whose it is
        "انفجاری در لومه رخ داد. بنین این حمله را محکوم کرد.",  # nobody is told to have done it
        "توگو به شرق رفت. توگو این اقدام را ستود.",  # its own subject's
    ],
)
def test_a_deed_stands_for_nobody(text):
    assert not [mention for mention in told(text) if "این" in mention]


@pytest.mark.parametrize(
    "text", ["این کشور پاسخ داد.", "دو کشور توافق کردند.", "وی رفت.", "دولت استعفا داد.", "سفیر آمد."]
)
def test_nothing_is_guessed_where_nobody_was_named(text):
    assert told(text) == []


def test_places_are_marked_as_places():
    text = "مسکو، ۱۲ تیر - روسیه در جنوب سوریه و در حلب از ترکیه خواست بماند."
    places = {m.span.of(text): m.locative for m in found(text)}
    assert places == {"مسکو": True, "روسیه": False, "جنوب سوریه": True, "حلب": True, "ترکیه": False}


def test_coordination_is_marked():
    text = "چین، ایران و روسیه آمدند، هند رفت."
    assert [m.joined for m in found(text)] == [False, True, True, False]


def test_a_bare_title_shares_the_state_of_the_one_joined_to_it():
    assert told("رهبران و سربازان کوبا آمدند.")[0] == "CUB رهبران"
    assert told("رهبران آمدند و سربازان کوبا رفتند.") == ["CUB سربازان کوبا"]


def test_people_told_by_number_are_of_the_state_spoken_of():
    assert told("انفجاری در بغداد روی داد. در این حادثه ۱۲ نفر کشته شدند.")[-1] == "IRQ ۱۲ نفر"
    assert told("انفجاری در بغداد روی داد. این حادثه نفر را نگران کرد.")[-1] != "IRQ نفر"


def test_spans_are_those_of_the_text_and_the_tokens():
    text = "در پی این خبر، وزیر دفاع ترکیه\u200cای‌ها را ستود؛ آنکارا خندید."
    sentences = analyse(text, "fa")
    for sentence, here in zip(sentences, mentions(text, sentences, None), strict=True):
        for mention in here:
            assert mention.span == sentence.span_of(mention.start, mention.end)
            assert mention.source


@pytest.mark.parametrize(
    ("language", "text", "last"),
    [
        ("en", "The US Treasury fined a bank. Norway and Chad protested. The Treasury answered.", "USA The Treasury"),
        ("en", "The Department of Justice spoke. Norway and Chad met. The department answered.", "USA The department"),
        (
            "en",
            "The US Treasury fined a bank. Norway's Treasury protested. The Treasury of Chad answered.",
            "TCD Treasury of Chad",
        ),
        ("en", "The US Treasury fined a bank. Norway's Treasury protested. The Treasury answered.", "NOR The Treasury"),
        ("fa", "ارتش جمهوری اسلامی تمرین کرد. نروژ و چاد اعتراض کردند. این ارتش پاسخ داد.", "IRN این ارتش"),
        ("ru", "Минфин США ввёл штраф. Норвегия и Чад возразили. Минфин ответил.", "USA Минфин"),
    ],
)
def test_an_institution_is_told_again_by_its_title(language, text, last):
    sentences = analyse(text, language)
    named = [m for each in mentions(text, sentences, None, language) for m in each]
    assert f"{'+'.join(named[-1].codes)} {named[-1].span.of(text)}".lower() == last.lower()


def codes(language, text):
    sentences = analyse(text, language)
    return ["+".join(m.codes) for each in mentions(text, sentences, None, language) for m in each]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Японо-филиппинские учения начались.", ["JPN+PHL"]),
        ("ru", "Открылся туркмено-узбекско-казахстанский форум.", ["TKM+UZB+KAZ"]),
        ("ru", "Физико-математический форум открылся.", []),
        ("en", "Franco-Spanish talks began.", ["FRA+ESP"]),
        ("en", "Iran-backed rockets fell; a Mossad-linked ship sank.", ["IRN", "ISR"]),
        ("en", "The Iran Contra affair.", ["NIC"]),
        ("ru", "Пожар в московской бане.", ["RUS"]),
        ("ru", "Минские соглашения нарушены.", []),
        ("ru", "Телеграмму российскому лидеру направил Токаев.", ["RUS", "KAZ"]),
    ],
)
def test_words_joined_by_a_hyphen_each_name_their_state(language, text, expected):
    assert codes(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Norway spoke. Protesters rallied near the Norwegian embassy in Nairobi.", ["NOR", "KEN", "NOR", "KEN"]),
        ("en", "Norway spoke. Protesters rallied near the Norwegian embassy.", ["NOR", "NOR", "NOR"]),
        ("ru", "Норвегия возмутилась. Полиция задержала в Найроби троих.", ["NOR", "KEN", "KEN"]),
        ("ru", "Норвегия возмутилась. Министр говорил в Найроби.", ["NOR", "NOR", "KEN"]),
    ],
)
def test_people_of_the_place_are_those_of_the_place_told(language, text, expected):
    assert codes(language, text) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Peru said it would pay. Later it asked Chad for help.", 1),
        ("Peru paid. It was late, and nobody was opposed to it.", 0),
    ],
)
def test_it_is_a_state_only_as_a_subject(text, count):
    found = [m for each in mentions(text, analyse(text, "en"), None, "en") for m in each if m.kind == "pronoun"]
    assert len(found) == count
    assert all(m.codes == ("PER",) for m in found)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Chad condemned the move.", ["TCD"]),
        ("Chad welcomed the decision of Niger.", ["TCD", "NER"]),
        ("Rights groups accused Chad of theft.", ["TCD"]),
        ("Russian rights groups accused Chad of theft.", ["RUS", "TCD"]),
        ("Peru and Chad met. The general election of Peru is near.", ["PER", "TCD", "PER"]),
        ("General Tran of Vietnam came. Then the general spoke.", ["VNM", "VNM"]),
    ],
)
def test_what_belongs_to_nobody_named_is_no_actor(text, codes) -> None:
    found = mentions(text, analyse(text, "en"), None, "en")
    assert [code for mentioned in found for mention in mentioned for code in mention.codes] == codes
