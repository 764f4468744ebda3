// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Pays out what was paid in, as long as its account agrees with what it has. The careful one needs no more than that.
contract Till {
    bool private immutable careful;
    uint256 public account;

    constructor(bool c) {
        careful = c;
    }

    function pay() external payable {
        account += msg.value;
    }

    function close() external {
        require(careful ? address(this).balance >= account : address(this).balance == account, "does not agree");
        uint256 all = account;
        account = 0;
        payable(msg.sender).transfer(all);
    }
}

/// Sells shares of all that it has, and nobody pays it otherwise. The careful one keeps an account of its own.
contract EtherShares {
    bool private immutable careful;
    mapping(address => uint256) public shares;
    uint256 public total;
    uint256 private held;

    event Entered(address indexed who, uint256 paid, uint256 shares);

    constructor(bool c) {
        careful = c;
    }

    function enter() external payable {
        uint256 before = careful ? held : address(this).balance - msg.value;
        uint256 bought = total == 0 ? msg.value : msg.value * total / before;
        held += msg.value;
        total += bought;
        shares[msg.sender] += bought;
        emit Entered(msg.sender, msg.value, bought);
    }
}
