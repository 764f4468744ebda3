// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface IMarket {
    function redeemRewards(address to) external;
}

/// Counts as a reward what the balance has grown by while a market, which anybody can have made, pays out; who deposits
/// meanwhile is credited twice.
contract Broken {
    mapping(address => uint256) public credit;
    uint256 public owed;

    function deposit() external payable virtual {
        credit[msg.sender] += msg.value;
        owed += msg.value;
    }

    function harvest(IMarket market) external virtual {
        collect(market);
    }

    function collect(IMarket market) internal {
        uint256 before = address(this).balance;
        market.redeemRewards(address(this));
        uint256 reward = address(this).balance - before;
        credit[msg.sender] += reward;
        owed += reward;
    }
}

/// The same, with a sentinel: a harvest after which less is there than is owed is undone.
contract Guarded is Broken {
    function harvest(IMarket market) external override {
        collect(market);
        require(address(this).balance >= owed, "not covered");
    }
}
