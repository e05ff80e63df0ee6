"""Common words of leaflets with the syllables that people speak, by their number.

The counts are those of a pronouncing dictionary; words that people speak in two ways are left out.
"""

from collections.abc import Mapping

KNOWN: Mapping[int, str] = {
    1: """
        aid and are ask back bar bars bed best black blocks blood blue box break breaks breath breaths brief
        brings bumps call can card care change changed charge chest child chills claim close code comes costs
        cramps crew cross cure date day days die died does dose dot down drink drinks drip droops due each
        else end eye eyes face fades false far feels first fit fits food foot for found free friend from full
        get gets give goes good goose green grey groups had hard harms has have head hears heart height help
        helped helps here holds home how its juice keep key keys kill kind knew lasts lead leave less lift
        light line lines lips list live lock long loud makes may means min missed months mood more most mouth
        much must name neck needs new night nights nose not note notes now nurse off old one ones page paid
        pain pay peak peaks phone pills plan poor price print pulse purse rash read reads red rest right ring
        rise risk role room rub same sand says scan see sees shake short show side sign signs sips sit skin
        sleep slow small soup source spray stamp stand start state stay step steps stiff still stools stop
        stops sure sweats tail take takes tell tells text than that the them then there these they things this
        times tone too top treat true turn turns two type wait wake want was watch wears web weeks were what
        when where which while who wide will wind with words worse write wrong yawns years yet you your
    """,
    2: """
        about address advice after again agree airway alone also amber answer answers anxious any apart
        approves asthma avoid awake before begins belly blanket bleeding body boxes breastbone breathing
        brother calmer calmly caption children clinic codeine column contact cover craving daily danger decide
        detox differ doctor drowsy dying early eases enough even explains extra fainting father gasping
        guideline heartbeat higher icon illness implants imprint items kicker kidney label landline language
        later lawyer leaflet level limits linger liver longer lower lowest many marker minutes money morphine
        mother muscle muscles nasal needed needle neighbour number offer offered offers often only open opens
        order other over package parents partner passes people person pillow pinpoint pocket police poster
        pregnant pressure prices prison promise pupil pupils questions quiet refuse rescue restless result
        rises runny seconds sections seizure service severe shorten sister sleeping smaller sneezing snoring
        someone sources speaker stages statement stigma stomach stopping stronger sudden support sweating
        swollen syringe tables tablets taken taking talking themselves timeline tiny title today topic
        treatment treatments triage under unknown unnamed until urine users version very vomit vomits waking
        warning watches water waters within without woken working writing yawning yellow yourself
    """,
    3: """
        addiction afterwards alcohol ambulance another anything appetite appointment approval characters
        company compressions confusion consciousness counselling dangerous depression dispatcher easier
        everyone evidence fentanyl fingernails guarantee heroin hospital hydration included injection medical
        medicine medicines methadone naloxone naltrexone nausea opioids overdose pharmacy physician position
        pregnancy prescription privacy protection publisher recover relative relatives responsive restlessness
        sedatives sensibly shivering specialist stethoscope suddenly suicide summary telephone tolerance
        tramadol unconscious usual violence vitamins vomiting withdrawal
    """,
    4: """
        anaesthesia anonymous anxiety buprenorphine confidential dehydration diabetes diarrhoea disulfiram
        emergency epilepsy paramedic psychiatrist psychologist rehydration suicidal validity
    """,
    6: """
        benzodiazepine benzodiazepines detoxification rehabilitation
    """,
}
