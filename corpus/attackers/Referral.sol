// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

interface ISponsor {
    function onReferral(address newcomer) external returns (bool);
}

/// Who joins names a sponsor, who is asked and gets a reward; sponsors are meant to have come before.
contract Referral {
    bool private immutable careful;
    mapping(address => address) public sponsorOf;
    mapping(address => bool) private joining;
    mapping(address => uint256) public reward;
    uint256 public circles;

    constructor(bool c) {
        careful = c;
    }

    function join(address sponsor) external {
        require(sponsor != msg.sender && sponsor.code.length > 0, "sponsor");
        require(sponsorOf[msg.sender] == address(0) && !joining[msg.sender], "joined");
        if (careful) require(!joining[sponsor], "sponsor joins");
        joining[msg.sender] = true;
        require(ISponsor(sponsor).onReferral(msg.sender), "refused");
        if (careful) require(sponsorOf[sponsor] != msg.sender, "circle");
        joining[msg.sender] = false;
        sponsorOf[msg.sender] = sponsor;
        reward[sponsor] += 1 ether;
        if (sponsorOf[sponsor] == msg.sender) circles += 1;
    }
}
