"""Words of their own for text that names no duty: benefits, company text, other trades' tasks.

Chosen by hand so that none of it is a duty of the vocabulary: no telephones, letters, stock, files or cleaning.
"""

from __future__ import annotations

BENEFITS = (
    "Competitive pay with annual raises",
    "401(k) with a company match after {n} months",
    "{n} days of paid time off in the first year",
    "Medical, dental and vision coverage from day one",
    "Tuition reimbursement of up to ${n},000 a year",
    "Paid parental leave of {n} weeks",
    "Free parking and a subsidized cafeteria",
    "Sign-on bonus of ${n},500 for those who start this month",
    "Short-term and long-term disability",
    "Employee discount of {n} percent at all our stores",
    "Eight paid holidays and two floating days",
    "Pay range: ${n}.50 to $3{n}.75 an hour",
)
COMPANY = (
    "Founded in 19{n}0, we have grown into one of the largest employers in the region",
    "Our mission is to make a difference in the communities where we live and work",
    "We are an equal opportunity employer and value diversity at our company",
    "All qualified applicants will be considered without regard to race, color, religion, sex or national origin",
    "This is a full-time position, Monday through Friday, with {n} hours of overtime a month",
    "Join a growing team with {n}00 colleagues across the country",
    "Come and see why we were voted a best place to work {n} years in a row",
    "Apply today and hear from our recruiters within {n} business days",
    "Must be at least 18 years of age and legally able to work in the United States",
    "High school diploma or GED, and {n} years in a similar position",
)
CLOSINGS = (
    "",
    "",
    " at our {place} location",
    " in a fast-paced environment",
    " for a growing company",
    " with little oversight",
    " while working as part of a team",
    " on rotating shifts and weekends",
    " in line with company standards and local codes",
    " for projects of every size across the region",
    " and keep to agreed dates",
)
PLACES = ("Riverside", "downtown", "Springfield", "airport", "north side", "Lakewood", "harbor", "Fairview")

TRADES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "software": (
        ("Design", "Refactor", "Deploy", "Debug", "Write unit tests for", "Optimize", "Migrate", "Build"),
        (
            "distributed services in Go and Python",
            "the build pipeline",
            "legacy Java modules",
            "mobile apps for Android",
            "streaming back ends",
            "search relevance algorithms",
            "container clusters",
            "the public API",
            "graphics shaders",
        ),
    ),
    "warehouse": (
        ("Load", "Palletize", "Sort", "Wrap", "Move", "Stack", "Unload"),
        (
            "freight onto trailers",
            "heavy cartons with a forklift",
            "lumber in the yard",
            "pallets up to fifty pounds",
            "crates on the conveyor",
            "furniture for delivery routes",
            "tires by size and brand",
        ),
    ),
    "kitchen": (
        ("Grill", "Bake", "Season", "Slice", "Plate", "Simmer", "Garnish"),
        (
            "steaks to order",
            "sourdough loaves",
            "soups and sauces",
            "fresh vegetables",
            "seafood for the dinner rush",
            "pastries for banquets",
            "pizza dough by hand",
        ),
    ),
    "building": (
        ("Frame", "Pour", "Weld", "Paint", "Install", "Demolish", "Level", "Wire"),
        (
            "interior walls",
            "concrete footings",
            "steel beams",
            "asphalt shingles",
            "copper piping",
            "drywall and trim",
            "hardwood floors",
            "scaffolding up to six stories",
        ),
    ),
    "shop": (
        ("Upsell", "Merchandise", "Arrange", "Fold", "Ring up", "Promote"),
        (
            "seasonal displays",
            "shoes and handbags",
            "denim on the sales floor",
            "grocery purchases",
            "loyalty memberships",
            "garden furniture",
        ),
    ),
    "school": (
        ("Teach", "Tutor", "Coach", "Mentor"),
        (
            "algebra to ninth graders",
            "essays on American literature",
            "the varsity soccer squad",
            "chess club members",
            "slow readers",
        ),
    ),
    "road": (
        ("Drive", "Haul", "Tow", "Refuel", "Steer", "Park"),
        (
            "a tractor-trailer on regional routes",
            "gravel to job sites",
            "disabled vehicles",
            "a school bus",
            "luxury coaches",
            "tankers across state lines",
        ),
    ),
    "farm": (
        ("Plow", "Harvest", "Milk", "Irrigate", "Prune", "Graze"),
        (
            "corn and soybean acreage",
            "apple orchards",
            "a herd of ninety cows",
            "vineyard rows",
            "cattle on open range",
            "greenhouse tomatoes",
        ),
    ),
    "law": (
        ("Draft", "Litigate", "Negotiate", "Argue", "Research"),
        (
            "commercial leases",
            "patent disputes",
            "appeals before the circuit court",
            "mergers of midsize firms",
            "zoning questions",
        ),
    ),
}

REQUIREMENTS = (
    "{n} years of experience in {thing} preferred",
    "Experience with {thing} a plus",
    "Knowledge of {thing} required",
    "Certificate in {thing} preferred",
    "Working knowledge of {thing} and of related equipment",
    "Familiarity with {thing} desirable",
)
"""Of a candidate, not of the work: they name a thing of the lexicon and yet no duty."""
