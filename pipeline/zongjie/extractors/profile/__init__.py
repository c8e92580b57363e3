from zongjie.document import Analysis, Profile


def extract_profile(analysis: Analysis) -> Profile:
    return Profile()
