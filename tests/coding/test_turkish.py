"""Turkish is coded without a model, by what cases and postpositions tell; our own sentences."""

import datetime
import json

import pytest
from click.testing import CliRunner

from ravabet.cli import main
from ravabet.coding import coded
from ravabet.model import Document
from ravabet.pipeline import code

PUBLISHED = datetime.date(2025, 6, 18)

SENTENCES = [
    ("Portekiz Dışişleri Bakanı, Belarus'u sert dille eleştirdi.", "ACCUSE", ["PRT"], ["BLR"]),
    ("Gürcistan ve Moldova pazartesi günü Batum'da gümrük anlaşması imzaladı.", "AGREE", ["GEO", "MDA"], []),
    ("Etiyopya, Somali'nin güneyine hava saldırısı düzenledi.", "ASSAULT", ["ETH"], ["SOM"]),
    ("İki Faslı denizci Cezayir tarafından serbest bırakıldı.", "RETREAT", ["DZA"], ["MAR"]),
    ("Peru, Meksika ile diplomatik ilişkileri kesti.", "SANCTION", ["PER"], ["MEX"]),
    ("Kenya Devlet Başkanı, Ruandalı mevkidaşı ile telefonda görüştü.", "CONSULT", ["KEN", "RWA"], []),
    ("Umman, Yemen'e gıda gönderdi.", "AID", ["OMN"], ["YEM"]),
    ("Binlerce Sırp, Belgrad'da gösteri düzenledi.", "PROTEST", ["SRB"], ["SRB"]),
    ("Laos ve Vietnam ordusu ortak tatbikat düzenledi.", "COOPERATE", ["LAO", "VNM"], []),
    ("Slovakya, Ukrayna'yı elektriği kesmekle tehdit etti.", "THREATEN", ["SVK"], ["UKR"]),
    ("Çad'ın Sudan'a İHA saldırısı düzenleyeceği açıklandı.", "ASSAULT", ["TCD"], ["SDN"]),
    ("Danimarka, Grönland'dan özür diledi.", "CONCEDE", ["DNK"], ["GRL"]),
    ("Eritre, Etiyopya sınırına asker sevk etti.", "MOBILIZE", ["ERI"], ["ETH"]),
    ("Mısır, Sudan'dan açıklama istedi.", "REQUEST", ["EGY"], ["SDN"]),
    ("Hırvatistan, Sırbistan'ın teklifini reddetti.", "REJECT", ["HRV"], ["SRB"]),
    ("Tunus polisi otuz Malili göçmeni sınır dışı etti.", "COERCE", ["TUN"], ["MLI"]),
    ("İrlanda, Filistin'i resmen tanıdı.", "SUPPORT", ["IRL"], ["PSE"]),
]


def events(text):
    return code(Document("t", text, language="tr", published=PUBLISHED)).events


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), SENTENCES)
def test_who_did_what_to_whom(text, kind, actors, recipients):
    found = [(e.type, sorted(e.actor_codes), sorted(e.recipient_codes)) for e in events(text)]
    assert (kind, sorted(actors), sorted(recipients)) in found


@pytest.mark.parametrize(
    ("text", "status", "speaker"),
    [
        ("Norveç, Polonya'ya silah gönderecek.", "planned", None),
        ("Irak, İranlı hacıların tutuklanmadığını açıkladı.", "denied", "IRQ"),
        ("Lübnan, İsrail'in Sayda'ya saldırdığını söyledi.", "claimed", "LBN"),
        ('Başbakan Modi, "Nepal\'e yardım göndereceğiz" dedi.', "planned", "IND"),
        ("Kuveyt, Irak'a yardım gönderdi.", "happened", None),
    ],
)
def test_standing_and_speaker(text, status, speaker):
    (event,) = events(text)
    assert (event.status, event.speaker) == (status, speaker)


@pytest.mark.parametrize(
    "text",
    [
        "Yarın ülkenin batısında yağmur bekleniyor.",
        "Brezilya, turnuvanın final maçında Arjantin'e iki gol attı; forvet kupayı kaldırdı.",
        "Sergide İtalya ve Fransa'dan yüz tablo yer alıyor.",
        "Anlaşma metni masanın üstünde duruyordu.",
    ],
)
def test_nothing_happens(text):
    assert events(text) == ()


def test_a_date_belongs_to_its_act():
    (event,) = events("Nepal ve Bangladeş 3 Haziran'da Katmandu'da anlaşma imzaladı.")
    assert (event.when.date, event.when.precision) == ("2025-06-03", "day")


def test_the_user_is_told_once_that_the_language_is_on_trial(tmp_path):
    rows = [{"id": str(n), "language": "tr", "text": text} for n, (text, *_) in enumerate(SENTENCES[:2])]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    done = CliRunner().invoke(main, ["code", str(path)])
    assert "tr" in coded() and done.exit_code == 0 and len(done.stdout.splitlines()) == 2
    assert done.stderr.count("experimental") == 1
