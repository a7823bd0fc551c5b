# SPDX-License-Identifier: Apache-2.0
"""What edits are made of. Keys of CLAUSES: whether they are Japanese."""

WORDS = ("harbour", "lantern", "orchard", "walnut", "granite", "saddle",
         "meadow", "kettle", "pebble", "velvet", "thimble", "copper")
NOUNS = ("果樹", "灯台", "石畳", "提灯", "港湾", "銀杏", "水車", "山荘",
         "竹林", "麦畑")
CLAUSES = {
    False: (
        "The help desk answers by telephone on working days between nine and "
        "five.",
        "Training sessions for new administrators are held twice a year at "
        "the head office.",
        "A printed handbook is sent to the postal address stated in the order "
        "on request.",
        "The exchange rate of the first working day of the month applies to "
        "invoices in other currencies.",
        "Neither party is liable for a delay that an earthquake, a flood or a "
        "strike has caused.",
        "The monthly fee includes ten mailboxes and one shared calendar for "
        "every department.",
        "Headings in this document are there for ease of reading and have no "
        "legal effect.",
        "A meeting on the quality of the service takes place in the first "
        "week of every quarter.",
    ),
    True: (
        "問合せの受付時間は、土曜日、日曜日及び祝日を除く平日の午前9時から午後5時までとする。",
        "新しい管理者のための講習会は、毎年春と秋の2回、本社の会議室で開催する。",
        "操作の手引きは、申込書に記載された住所に宛てて、希望する者に郵送する。",
        "外国通貨による請求には、その月の最初の営業日の為替相場を用いて換算した額を適用する。",
        "地震、洪水又は同盟罷業による遅れについては、いずれの当事者も責めを負わない。",
        "月額料金には、部署ごとに10個の郵便受け及び1個の共用の予定表を含む。",
        "この文書の見出しは、読みやすさのために付したもので、解釈に影響しない。",
        "品質に関する打合せは、四半期ごとに最初の週の水曜日に行う。",
    ),
}

# How a sample calls its provider, its customer and what is stored.
PARTIES = {
    "en-harrowgate-cloud.txt": ("Harrowgate", "Customer", "Customer Data"),
    "en-larkmoor-backup.txt": None,
    "ja-suirei-vault.txt": ("当社", "契約者", "登録データ"),
    "ja-itosugi-dpa.txt": ("受託者", "委託者", "預託データ"),
    "en-osterveld-dpa.md": ("The Processor", "the Controller",
                            "Personal Data"),
}

# (class, clause types one of which is to be told, old, new). The change from
# old to new lets the provider more, or has it promise less.
SUBSTANCE = {
    False: (
        ("consent dropped", "provider-viewing security-viewing "
         "no-access-commitment consented-access",
         "{P} may view {D} with {C}'s prior written consent in order to "
         "investigate a security incident.",
         "{P} may view {D} in order to investigate a security incident."),
        ("consent dropped", "third-party-disclosure consented-access "
         "no-access-commitment",
         "{P} may disclose {D} to a third party only with {C}'s prior written "
         "consent.",
         "{P} may disclose {D} to a third party."),
        ("consent dropped", "subcontracting",
         "{P} may engage subcontractors that process {D} after {C} has given "
         "its prior written consent.",
         "{P} may engage subcontractors that process {D}."),
        ("purpose added", "provider-use",
         "{P} may use {D} in order to provide the service.",
         "{P} may use {D} in order to provide the service and to train its "
         "machine learning models."),
        ("purpose added", "provider-use",
         "{P} may analyse {D} in order to operate the service.",
         "{P} may analyse {D} in order to operate the service, to develop new "
         "products and for marketing."),
        ("purpose added", "provider-viewing security-viewing",
         "{P} may view {D} in order to answer a request for support.",
         "{P} may view {D} in order to answer a request for support, to "
         "detect fraud and to enforce its policies."),
        ("actor widened", "provider-viewing",
         "Only employees of {P} may view {D} in order to maintain the "
         "service.",
         "Only personnel of {P} may view {D} in order to maintain the "
         "service."),
        ("actor widened", "provider-viewing",
         "{P} may view {D} in order to maintain the service.",
         "{P} and its affiliates and subcontractors may view {D} in order to "
         "maintain the service."),
        ("actor widened", "third-party-disclosure",
         "{P} may disclose {D} to its affiliates.",
         "{P} may disclose {D} to its affiliates, its business partners and "
         "other third parties."),
        ("retention lengthened", "deletion retention-after-end",
         "{P} shall delete {D} within 30 days after the end of the agreement.",
         "{P} shall delete {D} within 180 days after the end of the "
         "agreement."),
        ("retention lengthened", "deletion retention-after-end",
         "{P} shall delete {D} without delay after the end of the agreement.",
         "{P} may keep {D} for one year after the end of the agreement."),
        ("promise qualified", "no-access-commitment",
         "{P} shall not view {D}.",
         "{P} shall not view {D} except where {P} considers it necessary."),
        ("promise qualified", "no-access-commitment",
         "{P} shall not disclose {D} to third parties.",
         "{P} shall not disclose {D} to third parties, unless the disclosure "
         "is required by law."),
        ("promise qualified", "server-location",
         "{P} shall store {D} only in data centres in Japan.",
         "{P} shall store {D} in data centres in Japan or in any other "
         "country."),
        ("promise qualified", "encryption",
         "{P} shall encrypt {D} at rest and in transit.",
         "{P} shall encrypt {D} in transit."),
        ("promise dropped", "access-notification request-safeguard",
         "{P} shall notify {C} before it discloses {D} to an authority.",
         None),
    ),
    True: (
        ("consent dropped", "provider-viewing security-viewing "
         "no-access-commitment consented-access",
         "{P}は、不正な侵入の原因を調べるため、{C}の事前の承諾を得て{D}を閲覧することができる。",
         "{P}は、不正な侵入の原因を調べるため、{D}を閲覧することができる。"),
        ("consent dropped", "third-party-disclosure consented-access "
         "no-access-commitment",
         "{P}は、{C}の書面による事前の同意を得た場合に限り、{D}を第三者に開示することができる。",
         "{P}は、{D}を第三者に開示することができる。"),
        ("consent dropped", "subcontracting",
         "{P}は、{C}の事前の承諾を得て、{D}の取扱いを第三者に再委託することができる。",
         "{P}は、{D}の取扱いを第三者に再委託することができる。"),
        ("purpose added", "provider-use",
         "{P}は、本サービスを提供するために、{D}を利用することができる。",
         "{P}は、本サービスを提供するため及び機械学習モデルの訓練のために、{D}を利用することができる。"),
        ("purpose added", "provider-use",
         "{P}は、本サービスを運用するために、{D}を分析することができる。",
         "{P}は、本サービスの運用、新製品の開発及び広告の配信のために、{D}を分析することができる。"),
        ("purpose added", "provider-viewing security-viewing",
         "{P}は、{C}からの依頼に応じるため、{D}を閲覧することがある。",
         "{P}は、{C}からの依頼への対応、不正の検知及び規約違反の調査のため、{D}を閲覧することがある。"),
        ("actor widened", "provider-viewing",
         "{P}の従業員は、保守のため、{D}を閲覧することができる。",
         "{P}の役職員その他の関係者は、保守のため、{D}を閲覧することができる。"),
        ("actor widened", "provider-viewing",
         "{P}は、保守のため、{D}を閲覧することができる。",
         "{P}並びにその関連会社及び委託先は、保守のため、{D}を閲覧することができる。"),
        ("actor widened", "third-party-disclosure",
         "{P}は、{D}を関連会社に開示することができる。",
         "{P}は、{D}を関連会社、提携先その他の第三者に開示することができる。"),
        ("retention lengthened", "deletion retention-after-end",
         "{P}は、契約の終了後30日以内に{D}を消去する。",
         "{P}は、契約の終了後180日以内に{D}を消去する。"),
        ("retention lengthened", "deletion retention-after-end",
         "{P}は、契約の終了後、直ちに{D}を消去する。",
         "{P}は、契約の終了後1年間、{D}を保管することができる。"),
        ("promise qualified", "no-access-commitment",
         "{P}は、{D}を閲覧しない。",
         "{P}は、必要と認める場合を除き、{D}を閲覧しない。"),
        ("promise qualified", "no-access-commitment",
         "{P}は、{D}を第三者に開示しない。",
         "{P}は、法令に基づく場合を除き、{D}を第三者に開示しない。"),
        ("promise qualified", "server-location",
         "{P}は、{D}を日本国内のデータセンターにのみ保存する。",
         "{P}は、{D}を日本国内又は外国のデータセンターに保存する。"),
        ("promise qualified", "encryption",
         "{P}は、{D}を保存時及び通信時のいずれにおいても暗号化する。",
         "{P}は、{D}を通信時に暗号化する。"),
        ("promise dropped", "access-notification request-safeguard",
         "{P}は、官公庁に{D}を開示するときは、あらかじめ{C}に通知する。",
         None),
    ),
}
