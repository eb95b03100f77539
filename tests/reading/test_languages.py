"""A text's language is told by its letters and frequent words, and a neighbour's is not taken for one of ours."""

import pytest

from ravabet.reading import detect_language

OURS = [
    ("fa", "وزیر خارجه گفت که گفت‌وگو با همسایگان ادامه دارد و این روند متوقف نمی‌شود."),
    ("fa", "وزير خارجه گفت كه گفت‌وگو با همسايگان ادامه دارد و اين روند متوقف نمي‌شود."),
    ("fa", "وزير كشور در سفر به شمال از مردم خواست صبور باشند"),
    ("fa", "رئیس‌جمهور پنجشنبه وارد پایتخت شد"),
    ("fa", "هیئت مذاکره‌کننده با نماینده «European Commission» در بروکسل دیدار کرد و سند را امضا کرد."),
    ("fa", "ﻭﺯﯾﺮ ﺧﺎﺭﺟﻪ ﺍﺯ ﺗﻮﺍﻓﻖ ﺑﺎ ﻫﻤﺴﺎﯾﮕﺎﻥ ﺧﺒﺮ ﺩﺍﺩ ﻭ ﮔﻔﺖ ﮐﻪ ﺁﻥ ﺭﺍ ﺍﻣﻀﺎ ﻣﯽ ﮐﻨﺪ"),
    ("ar", "قال وزير الخارجية إن المحادثات مع الدول المجاورة ستستمر في الأسبوع المقبل."),
    ("ar", "أعلنت الوزارة توقيع اتفاقية التعاون"),
    ("ar", "أَعْلَنَتِ الحُكُومَةُ فِي بَيَانٍ لَهَا أَنَّ المُفَاوَضَاتِ سَتُسْتَأْنَفُ"),
    ("ru", "Министр сообщил, что переговоры с соседями продолжатся на следующей неделе."),
    ("ru", "Президент прибыл в Бишкек"),
    ("ru", "Министр встретился с генсеком ООН и с послом Киргизии Ж. Өмүрбековым, сообщили в пресс-службе ведомства."),
    ("en", "The minister said that the talks with the neighbours would go on next week."),
    ("en", "Russia rejects the offer"),
    ("tr", "Bakan, komşularla görüşmelerin gelecek hafta da devam edeceğini ve bunun için çalıştığını söyledi."),
    ("tr", "Türkiye, Ermenistan'a yardım gönderdi"),
    ("tr", "Umman Dışişleri Bakanı, Yemen hükümetinin çağrısını reddetti. Sana yönetimi kararı eleştirdi."),
]
NOT_OURS = [
    ("Urdu", "وزیر خارجہ نے کہا کہ پڑوسی ممالک کے ساتھ مذاکرات جاری رہیں گے اور یہ عمل نہیں رکے گا۔"),
    ("Urdu, short", "صدر نے ایران کا دورہ کیا"),
    ("Pashto", "د بهرنیو چارو وزیر وویل چې له ګاونډیو هېوادونو سره به خبرې روانې وي."),
    ("Sorani Kurdish", "وەزیری دەرەوە گوتی کە گفتوگۆ لەگەڵ دراوسێکان بەردەوام دەبێت و ئەم پرۆسەیە ناوەستێت."),
    ("Uyghur", "تاشقى ئىشلار مىنىستىرى قوشنا دۆلەتلەر بىلەن سۆھبەت داۋاملىشىدۇ دەپ ئېيتتى."),
    ("Ukrainian", "Міністр повідомив, що переговори із сусідами триватимуть наступного тижня."),
    ("Belarusian", "Міністр паведаміў, што перамовы з суседзямі працягнуцца на наступным тыдні."),
    ("Bulgarian", "Министърът съобщи, че преговорите със съседите ще продължат през следващата седмица."),
    ("Serbian", "Министар је рекао да ће се преговори са суседима наставити следеће недеље."),
    ("Kyrgyz", "Министр коңшу өлкөлөр менен сүйлөшүүлөр кийинки жумада уланарын билдирди."),
    ("Kazakh", "Министр көрші елдермен келіссөздер келесі аптада жалғасатынын айтты."),
    ("Tajik", "Вазир гуфт, ки гуфтушунид бо ҳамсоягон ҳафтаи оянда идома меёбад."),
    ("German", "Der Minister sagte, dass die Gespräche mit den Nachbarn in der nächsten Woche weitergehen."),
    ("Dutch", "De minister zei dat het overleg met de buurlanden in de komende week wordt voortgezet."),
    ("French", "Le ministre a déclaré que les entretiens avec les voisins se poursuivraient la semaine prochaine."),
    ("Spanish", "El ministro dijo que las conversaciones con los vecinos seguirán la próxima semana."),
    ("Indonesian", "Menteri itu mengatakan bahwa pembicaraan dengan negara tetangga akan berlanjut pada pekan depan."),
    ("Azerbaijani", "Nazir qonşularla danışıqların gələn həftə də davam edəcəyini və bunun üçün çalışdığını dedi."),
    ("Kurdish", "Wezîrê derve got ku hevdîtinên bi cîranan re dê hefteya bê jî berdewam bikin."),
    ("Uzbek", "Vazir qo'shni davlatlar bilan muzokaralar keyingi haftada ham davom etishini aytdi."),
    ("Chinese", "外交部长表示,与邻国的谈判将于下周继续进行。"),
    ("numbers", "12 34 56, 78.9 %"),
    ("nothing", ""),
    ("letters without words", " ".join(["ضثقفغع", "هخحجش", "سیبلات", "نمکگ"] * 4)),
]


@pytest.mark.parametrize(("language", "text"), OURS)
def test_our_languages_are_told(language, text):
    assert detect_language(text) == language


@pytest.mark.parametrize(("name", "text"), NOT_OURS)
def test_neighbours_are_not_taken_for_ours(name, text):
    assert detect_language(text) is None, name
